import { positive } from "../domain.ts";
import type { Chip } from "../hardware/chips.ts";
import type { Published } from "../published.ts";

/** Chips that hold one copy of a model between them; the rates are of one chip. */
export interface Slice {
  readonly chips: number;
  /** FLOP per second in the number format of the arithmetic */
  readonly peak: number;
  /** bytes per second between memory and chip */
  readonly bandwidth: number;
}

/** So many of a chip, computing in bf16. */
export function sliceOf({ bf16, bandwidth }: Pick<Chip, "bf16" | "bandwidth">, chips: number): Slice {
  return { chips: positive("chips", chips), peak: bf16, bandwidth };
}

/** Sizes in which TPU v5e is offered: 1×1, 2×2, 2×4, 4×4, 4×8, 8×8, 8×16, 16×16. */
export const v5eSlices = {
  chips: [1, 4, 8, 16, 32, 64, 128, 256],
  source: "Austin et al. 2025 (How to Scale Your Model), TPUs", where: "table of TPU v5e slices", confidence: "memory",
} as const satisfies Published & Record<string, unknown>;

/** The smallest slice of at least so many chips, a number that need not be whole. */
export function smallestSlice(needed: number, sizes: readonly number[] = v5eSlices.chips): number {
  const slice = sizes.find((chips) => chips >= positive("chips", needed));
  if (slice === undefined) throw new RangeError(`chips must be at most ${Math.max(...sizes)}, the largest slice: ${needed}`);
  return slice;
}

/** 2^⌈log₂ needed⌉: the power of two that the book's code rounds up to, where no list of sizes is at hand. */
export function powerOfTwo(needed: number): number {
  return 2 ** Math.ceil(Math.log2(positive("chips", needed)));
}
