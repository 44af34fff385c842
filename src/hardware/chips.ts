import type { Published } from "../published.ts";

/** What a datasheet says of one accelerator; all rates are dense unless a field says otherwise. */
export interface Chip extends Published {
  readonly name: string;
  /** dense bf16 FLOP per second: the denominator of every model FLOPs utilisation here */
  readonly bf16: number;
  /** dense 8-bit operations per second */
  readonly eightBit: number;
  readonly eightBitFormat: "fp8" | "int8";
  /** the bf16 number a sales page prints, for weights of which two in every four are zero: twice the dense one, and no training run's peak */
  readonly bf16Sparse?: number;
  /** bytes of high-bandwidth memory */
  readonly memory: number;
  /** bytes per second between that memory and the chip */
  readonly bandwidth: number;
}

const GB = 1e9;
const GiB = 2 ** 30;
const klockwood = { source: "glennklockwood.com, garden/processors, which quotes NVIDIA's datasheets", confidence: "secondary" } as const;
const google = { source: "Google Cloud TPU documentation", confidence: "read in source" } as const;

/** Accelerators by a short name, so that a chapter can let the reader choose one. */
export const chips = {
  h100: {
    name: "H100 SXM", bf16: 989.4e12, bf16Sparse: 1978.9e12, eightBit: 1978.9e12, eightBitFormat: "fp8",
    memory: 80 * GB, bandwidth: 3.35e12, ...klockwood, where: "H100 SXM5, Matrix and Sparse columns",
  },
  h100pcie: {
    name: "H100 PCIe", bf16: 756.5e12, bf16Sparse: 1513e12, eightBit: 1513e12, eightBitFormat: "fp8",
    memory: 80 * GB, bandwidth: 2e12, source: "HPC Tech, a reseller's copy of NVIDIA's H100 datasheet", confidence: "secondary",
    where: "archive-lib.hpctech.co.jp/gpuproduct/nvidia-h100.html, H100 PCIe column", note: "prints the sparse 1,513 TFLOP/s; the dense rate is half",
  },
  h200: {
    name: "H200 SXM", bf16: 989.4e12, bf16Sparse: 1978.9e12, eightBit: 1978.9e12, eightBitFormat: "fp8",
    memory: 141 * GB, bandwidth: 4.8e12, source: "pages that quote NVIDIA's H200 page", where: "compute as for the H100", confidence: "secondary",
  },
  a100: {
    name: "A100 SXM 80 GB", bf16: 312e12, eightBit: 624e12, eightBitFormat: "int8",
    memory: 80 * GB, bandwidth: 2.039e12, ...klockwood, where: "A100", note: "the 40 GB part has 1.555 TB/s",
  },
  b200: {
    name: "B200 HGX, 1000 W", bf16: 2250e12, eightBit: 4500e12, eightBitFormat: "fp8",
    memory: 192 * GB, bandwidth: 8e12, ...klockwood, where: "B200", note: "in a GB200, at 1200 W: 2,500 TFLOP/s; 179 to 180 GB usable",
  },
  tpu_v4: { name: "TPU v4", bf16: 275e12, eightBit: 275e12, eightBitFormat: "int8", memory: 32 * GiB, bandwidth: 1200e9, ...google, where: "v4" },
  tpu_v5e: {
    name: "TPU v5e", bf16: 197e12, eightBit: 393e12, eightBitFormat: "int8", memory: 16 * GB, bandwidth: 819e9, ...google, where: "v5e",
    note: "twice 197 is 394, which the scaling book prints; a newer text of the page has 800 GiB/s, the book 8.1e11 and 8.2e11 B/s",
  },
  tpu_v5p: {
    name: "TPU v5p", bf16: 459e12, eightBit: 918e12, eightBitFormat: "int8", memory: 95 * GiB, bandwidth: 2765e9, ...google,
    where: "tpu7x, table of comparison", note: "the int8 rate is from the scaling book",
  },
  tpu_v6e: { name: "TPU v6e", bf16: 918e12, eightBit: 1836e12, eightBitFormat: "int8", memory: 32 * GB, bandwidth: 1638e9, ...google, where: "v6e" },
  ironwood: { name: "TPU7x Ironwood", bf16: 2307e12, eightBit: 4614e12, eightBitFormat: "fp8", memory: 192 * GiB, bandwidth: 7380e9, ...google, where: "tpu7x" },
} as const satisfies Record<string, Chip>;

export type ChipId = keyof typeof chips;
export const chipIds = Object.keys(chips) as ChipId[];

/** FLOP per byte at which bf16 arithmetic takes as long as fetching its operands: below it the chip waits for memory. */
export function criticalIntensity(chip: Chip): number {
  return chip.bf16 / chip.bandwidth;
}
