import { positive } from "../domain.ts";

/** q_i = e^(z_i/T)/Σ_j e^(z_j/T): probabilities of logits at temperature T, uniform for T infinite. Hinton et al. 2015, Equation 1. */
export function softmax(logits: readonly number[], T = 1): number[] {
  return logSoftmax(logits, T).map(Math.exp);
}

/**
 * −Σ p_i ln q_i(T) in nats, p = q(1): the loss of a calibrated teacher whose outputs are softened to T. Least at T = 1, where it
 * is the entropy of p, and rising to ln n as T grows, though the softening loses nothing (see `logitsOf`).
 */
export function softenedLoss(logits: readonly number[], T: number): number {
  return crossEntropy(softmax(logits), logits, T);
}

/** −Σ p_i ln q_i(T) in nats for any targets p. */
export function crossEntropy(targets: readonly number[], logits: readonly number[], T = 1): number {
  const logQ = logSoftmax(logits, T);
  return -targets.reduce((sum, p, i) => sum + p * logQ[i]!, 0);
}

/** The logits of mean zero whose softmax at temperature T these probabilities are: T·(ln q_i − mean ln q). */
export function logitsOf(probabilities: readonly number[], T = 1): number[] {
  const logs = probabilities.map((q) => positive("temperature", T) * Math.log(positive("probability", q)));
  const centre = logs.reduce((a, b) => a + b, 0) / logs.length;
  return logs.map((log) => log - centre);
}

/**
 * ∂C/∂z_i = (q_i − p_i)/T for targets p = softmax(v/T): the pull of a teacher's logits v on a student's z. It falls as 1/T², the
 * reason to multiply that term of the loss by T². Hinton et al. 2015, Section 2.1, Equation 2.
 */
export function softTargetGradient(student: readonly number[], teacher: readonly number[], T: number): number[] {
  const p = softmax(teacher, T);
  return softmax(student, T).map((q, i) => (q - p[i]!) / T);
}

/** (z_i − v_i)/(nT²), logits taken from their means: what that pull becomes at high temperature, logit matching. Equation 4. */
export function matchingGradient(student: readonly number[], teacher: readonly number[], T: number): number[] {
  const differences = student.map((z, i) => z - teacher[i]!);
  const centre = differences.reduce((a, b) => a + b, 0) / differences.length;
  return differences.map((difference) => (difference - centre) / (student.length * positive("temperature", T) ** 2));
}

function logSoftmax(logits: readonly number[], T: number): number[] {
  const top = Math.max(...logits);
  const scaled = logits.map((z) => (z - top) / positive("temperature", T));
  const logSum = Math.log(scaled.reduce((sum, z) => sum + Math.exp(z), 0));
  return scaled.map((z) => z - logSum);
}
