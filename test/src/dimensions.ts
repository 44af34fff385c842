import { expect } from "vitest";
import { relativeError } from "./relative.ts";

/** The base units of the report. FLOP counts of 6ND and 2ND come out in parameter·token. */
export const baseUnits = ["FLOP", "byte", "token", "parameter", "second", "dollar"] as const;

/** A unit as powers of the base units: FLOP per second is { FLOP: 1, second: -1 }, a pure number {}. */
export type Unit = Partial<Record<(typeof baseUnits)[number], number>>;

/** A value and its unit. A law's constant has one too: A of A/N^α has { parameter: α }. */
export type Quantity = readonly [value: number, unit: Unit];

/**
 * Holds a law to its dimensions: measured in a base unit 7.3 times smaller, every input grows by 7.3 to its power
 * of that unit, and the result must grow by exactly the declared one.
 */
export function expectDimensions<Name extends string>(law: (inputs: Record<Name, number>) => number, inputs: Record<Name, Quantity>, result: Unit, tolerance = 1e-9): void {
  const scaled = (unit: keyof Unit | undefined) =>
    Object.fromEntries(Object.entries<Quantity>(inputs).map(([name, [value, units]]) => [name, value * 7.3 ** (unit ? (units[unit] ?? 0) : 0)])) as Record<Name, number>;
  const base = law(scaled(undefined));
  for (const unit of baseUnits) {
    expect(relativeError(law(scaled(unit)) / base, 7.3 ** (result[unit] ?? 0)), `${unit} rescaled`).toBeLessThan(tolerance);
  }
}
