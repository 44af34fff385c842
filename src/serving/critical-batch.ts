import { positive } from "../domain.ts";

/**
 * The batch from which a matmul waits for arithmetic and no longer for its weights: 2BN/peak = bytes·N/bandwidth, so
 * B = (bytes/2)·peak/bandwidth, in tokens. On a TPU v5e 240 with bf16 weights and arithmetic, 120 with int8 weights and
 * bf16 arithmetic, 240 with int8 for both. Austin et al. 2025, Part 7. A prefill's batch is its tokens.
 */
export function criticalBatch({ peak, bandwidth }: { readonly peak: number; readonly bandwidth: number }, bytesPerWeight = 2): number {
  return (positive("bytes per weight", bytesPerWeight) / 2) * (positive("peak", peak) / positive("bandwidth", bandwidth));
}
