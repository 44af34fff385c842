import { fraction, positive } from "../domain.ts";

export const hour = 3600;
export const day = 86_400;

/** Accelerators and how long they run. */
export interface Cluster {
  readonly chips: number;
  readonly seconds: number;
  /** FLOP per second of one chip at its best, dense, in the number format of the run */
  readonly peak: number;
}

/** C = chips · seconds · peak · MFU, in FLOP: what is left of the datasheet for the model's own arithmetic. */
export function budget(cluster: Cluster, mfu: number): number {
  return peakBudget(cluster) * fraction("mfu", mfu);
}

/** The FLOP the same chips would do at their datasheet rate. */
export function peakBudget({ chips, seconds, peak }: Cluster): number {
  return positive("chips", chips) * positive("seconds", seconds) * positive("peak", peak);
}

/** The MFU at which the cluster does `compute` FLOP; above 1 the chips are too few. */
export function requiredMfu(compute: number, cluster: Cluster): number {
  return positive("compute", compute) / peakBudget(cluster);
}

/** Chip-hours: what a model card reports and a bill counts. */
export function chipHours(chips: number, seconds: number): number {
  return (positive("chips", chips) * positive("seconds", seconds)) / hour;
}

/** Seconds in which `chips` do `compute` FLOP at `mfu`. */
export function secondsFor(compute: number, { chips, peak }: Omit<Cluster, "seconds">, mfu: number): number {
  return positive("compute", compute) / budget({ chips, peak, seconds: 1 }, mfu);
}
