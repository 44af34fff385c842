import { positive } from "../domain.ts";

/**
 * One feed-forward layer spread over n chips: B sequences of L tokens, width E, hidden width F, as Pope et al. name them.
 * All results are numbers (not bytes) that each chip sends and receives for the layer; over a link of so many numbers
 * per second they take numbers/bandwidth seconds.
 */
export interface Layer {
  /** B·L, tokens in flight: L is 1 in a decode */
  readonly tokens: number;
  /** E */
  readonly width: number;
  /** F */
  readonly mlpWidth: number;
  readonly chips: number;
}

/**
 * Weights stay, split by F alone: 2BLE, whatever the number of chips, so that communication does not shrink as chips are
 * added. Pope et al. 2022, Section 3.2.1.
 */
export function weightStationary1D({ tokens, width }: Pick<Layer, "tokens" | "width">): number {
  return 2 * positive("tokens", tokens) * positive("width", width);
}

/** Weights stay, E split over X chips and F over n/X: 2BL(E/X + FX/n). Pope et al. 2022, Section 3.2.2. */
export function weightStationary({ tokens, width, mlpWidth, chips }: Layer, X: number): number {
  return 2 * positive("tokens", tokens) * (positive("width", width) / positive("X", X) + (positive("mlpWidth", mlpWidth) * X) / positive("chips", chips));
}

/** The same at the best X = √(nE/F): 4BL√(EF/n), which with F = 4E is the paper's 8BLE/√n. */
export function weightStationary2D({ tokens, width, mlpWidth, chips }: Layer): number {
  return 4 * positive("tokens", tokens) * Math.sqrt((positive("width", width) * positive("mlpWidth", mlpWidth)) / positive("chips", chips));
}

/** Weights are gathered over N chips and the rest of the chips split the tokens: 2EFN/n + 2BLE/N. Pope et al. 2022, Section 3.2.3. */
export function weightGathered({ tokens, width, mlpWidth, chips }: Layer, N: number): number {
  return (2 * positive("width", width) * positive("mlpWidth", mlpWidth) * positive("N", N)) / positive("chips", chips) + (2 * positive("tokens", tokens) * width) / N;
}

/** The same at the best N = √(BLn/F): 4E√(BLF)/√n. It grows as √(BL), weight-stationary as BL. */
export function weightGatheredBest({ tokens, width, mlpWidth, chips }: Layer): number {
  return 4 * positive("width", width) * Math.sqrt((positive("tokens", tokens) * positive("mlpWidth", mlpWidth)) / positive("chips", chips));
}

/** Tokens in flight from which it is cheaper to move the weights: BL = E, whatever F and n. Derived from the two above. */
export function gatherFrom({ width }: Pick<Layer, "width">): number {
  return positive("width", width);
}
