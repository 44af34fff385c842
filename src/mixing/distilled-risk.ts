import { positive } from "../domain.ts";

/** One input x: its probability, p*(y|x) of each label, what a teacher says of each, and the student's loss on each. */
export interface Input {
  readonly probability: number;
  readonly truth: readonly number[];
  readonly teacher: readonly number[];
  readonly losses: readonly number[];
}

/** How far an estimate of the risk from N examples is off in the mean square: its variance and its squared bias. */
export interface RiskError {
  readonly variance: number;
  readonly bias2: number;
  readonly total: number;
}

/** R = E_x Σ_y p*(y|x)·ℓ_y: what any estimate is after. */
export function risk(inputs: readonly Input[]): number {
  return mean(inputs, ({ truth, losses }) => inner(truth, losses));
}

/** Var of (1/N) Σ ℓ(x_i, y_i), labels drawn from p*: Var_x E_y ℓ + E_x Var_y ℓ, over N. No bias. */
export function oneHotVariance(inputs: readonly Input[], N: number): number {
  const withinInputs = mean(inputs, ({ truth, losses }) => inner(truth, squaredDistances(losses, inner(truth, losses))));
  return distilledVariance(inputs, N) + withinInputs / N;
}

/**
 * Var of (1/N) Σ p*(x_i)ᵀℓ(x_i), the Bayes-distilled risk: Var_x E_y ℓ over N. By the law of total variance it is never above
 * that of one-hot labels, and the difference is what labels vary within an input. Menon et al. 2021, Lemma 1.
 */
export function distilledVariance(inputs: readonly Input[], N: number): number {
  return spread(inputs, ({ truth, losses }) => inner(truth, losses)) / positive("examples", N);
}

/**
 * E(R̃ − R)² of the distilled risk of a teacher: its variance over N, which more examples cure, and the squared bias of
 * E_x (p_t − p*)ᵀℓ, which only a better teacher does. Menon et al. 2021, Proposition 3, as an equality; the paper bounds the bias.
 */
export function distilledError(inputs: readonly Input[], N: number): RiskError {
  const variance = spread(inputs, ({ teacher, losses }) => inner(teacher, losses)) / positive("examples", N);
  const bias2 = (mean(inputs, ({ teacher, losses }) => inner(teacher, losses)) - risk(inputs)) ** 2;
  return { variance, bias2, total: variance + bias2 };
}

/** E_x‖p_t − p*‖² · E_x‖ℓ‖²: what the squared bias cannot exceed, by Cauchy and Schwarz. */
export function biasBound(inputs: readonly Input[]): number {
  const distance2 = mean(inputs, ({ teacher, truth }) => teacher.reduce((sum, t, y) => sum + (t - truth[y]!) ** 2, 0));
  return distance2 * mean(inputs, ({ losses }) => inner(losses, losses));
}

function spread(inputs: readonly Input[], f: (input: Input) => number): number {
  const centre = mean(inputs, f);
  return mean(inputs, (input) => (f(input) - centre) ** 2);
}

function mean(inputs: readonly Input[], f: (input: Input) => number): number {
  return inputs.reduce((sum, input) => sum + input.probability * f(input), 0);
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function squaredDistances(values: readonly number[], centre: number): number[] {
  return values.map((value) => (value - centre) ** 2);
}
