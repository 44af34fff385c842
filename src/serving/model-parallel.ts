import { positive } from "../domain.ts";
import type { Chip } from "../hardware/chips.ts";
import type { Published } from "../published.ts";

const book = { source: "Austin et al. 2025 (How to Scale Your Model)", where: "TPUs, table of interconnects", confidence: "read in source" } as const;

/** Bytes per second of one link between neighbouring chips, both ways together. */
export const interconnect = {
  tpu_v5e: { name: "TPU v5e", bothWays: 9e10, ...book },
  tpu_v5p: { name: "TPU v5p", bothWays: 1.8e11, ...book },
} as const satisfies Record<string, Published & { name: string; bothWays: number }>;

/**
 * The most chips over which a matmul of hidden width F is worth splitting: F·axes/(peak/W), beyond which moving
 * activations (2 bytes each) takes longer than multiplying. Austin et al. 2025, Part 8, who put in the 2550 FLOP a byte of a
 * TPU v5p (4.59e14/1.8e11) for a v5e too, whose own number is 2189. A slice smaller than a full ring (4×4 on a v5e) has no
 * wrap-around links, which halves it.
 */
export function modelParallelLimit(mlpWidth: number, axes: number, intensity: number, wrapped = true): number {
  return ((positive("mlpWidth", mlpWidth) * positive("axes", axes)) / positive("FLOP a byte", intensity)) * (wrapped ? 1 : 0.5);
}

/** FLOP per byte at which bf16 arithmetic takes as long as the link between two chips. */
export function linkIntensity({ bf16 }: Pick<Chip, "bf16">, { bothWays }: { readonly bothWays: number }): number {
  return positive("peak", bf16) / positive("bandwidth of the link", bothWays);
}
