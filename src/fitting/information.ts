import { positive } from "../domain.ts";
import type { ParametricLaw } from "../parametric/loss.ts";

/** A symmetric matrix of five rows, one for each of ln A, ln B, ln E, α, β. */
export type Information = readonly (readonly number[])[];

/** Where a run is, without what came out of it. */
export interface Design {
  readonly N: number;
  readonly D: number;
}

/** How ln L moves with each of ln A, ln B, ln E, α and β. */
export function sensitivity({ A, B, E, alpha, beta }: ParametricLaw, { N, D }: Design): number[] {
  const [ofN, ofD] = [A * positive("parameters", N) ** -alpha, B * positive("tokens", D) ** -beta];
  const loss = E + ofN + ofD;
  return [ofN, ofD, E, -ofN * Math.log(N), -ofD * Math.log(D)].map((part) => part / loss);
}

/**
 * The Fisher information of runs whose ln L has independent normal errors of standard deviation σ: Σ ggᵀ/σ², g the
 * sensitivity. Its inverse is what the covariance of a least-squares fit tends to with many runs.
 */
export function information(law: ParametricLaw, runs: readonly Design[], sigma: number): Information {
  positive("sigma", sigma);
  const all = runs.map((run) => sensitivity(law, run));
  return [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => all.reduce((sum, g) => sum + g[i]! * g[j]!, 0) / sigma ** 2));
}

/**
 * How ln N_opt moves with each constant: ln N_opt = (ln αA − ln βB + β ln(C/6))/(α+β), which does not contain E.
 */
export function bestSizeGradient({ A, B, alpha, beta }: ParametricLaw, C: number): number[] {
  const sum = alpha + beta;
  const product = Math.log(positive("compute", C) / 6);
  const lnN = (Math.log((alpha * A) / (beta * B)) + beta * product) / sum;
  return [1 / sum, -1 / sum, 0, (1 / alpha - lnN) / sum, (-1 / beta + product - lnN) / sum];
}

/** The variance of ln N_opt at a budget that the information leaves: gᵀ I⁻¹ g. */
export function bestSizeVariance(law: ParametricLaw, info: Information, C: number): number {
  const g = bestSizeGradient(law, C);
  return dot(g, solve(info, g));
}

/**
 * The variance with one run more at `design`, and how much the run adds to ln det I. Both by the rank-one formulas of Sherman &
 * Morrison and of the determinant: with v = I⁻¹h and s = hᵀv/σ², the variance falls by (gᵀv)²/(σ²(1+s)) and ln det grows by ln(1+s).
 */
export function withRun(law: ParametricLaw, info: Information, design: Design, sigma: number, C: number): { variance: number; lnDeterminant: number } {
  const [g, h] = [bestSizeGradient(law, C), sensitivity(law, design)];
  const v = solve(info, h);
  const s = dot(h, v) / positive("sigma", sigma) ** 2;
  return { variance: dot(g, solve(info, g)) - dot(g, v) ** 2 / (sigma ** 2 * (1 + s)), lnDeterminant: Math.log1p(s) };
}

/** The x of Ix = b, by Cholesky's factors after the diagonal is scaled to ones. Errors: runs that leave a constant undetermined. */
function solve(info: Information, b: readonly number[]): number[] {
  const scale = info.map((row, i) => 1 / Math.sqrt(row[i]!));
  const lower = cholesky(info.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!)));
  const y: number[] = [];
  for (let i = 0; i < b.length; i++) y[i] = (b[i]! * scale[i]! - y.reduce((sum, value, k) => sum + lower[i]![k]! * value, 0)) / lower[i]![i]!;
  const x = new Array<number>(b.length).fill(0);
  for (let i = b.length - 1; i >= 0; i--) x[i] = (y[i]! - x.reduce((sum, value, k) => (k > i ? sum + lower[k]![i]! * value : sum), 0)) / lower[i]![i]!;
  return x.map((value, i) => value * scale[i]!);
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = matrix[i]![j]! - dot(lower[i]!.slice(0, j), lower[j]!.slice(0, j));
      if (i === j && !(rest > 1e-14)) throw new RangeError("these runs do not determine all five constants");
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  }
  return lower;
}

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0);
}
