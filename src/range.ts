import { positive } from "./domain.ts";

/** The ends between which a quantity was varied in the runs behind a law; beyond them the law is an extrapolation. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The ranges of a law by the symbol of the quantity: N parameters, D tokens, C FLOP, and what else it knows. */
export type Ranges = Readonly<Record<string, Range>>;

/** How far a value lies outside a range, in decades: 0 within it, above zero beyond its upper end, below zero beneath its lower. */
export function decadesOutside({ from, to }: Range, value: number): number {
  if (positive("value", value) > to) return Math.log10(value / to);
  return value < from ? Math.log10(value / from) : 0;
}

/** The same for each quantity of a point that the law has a range for, by its symbol. */
export function outside<Symbol extends string>(law: { readonly range: Readonly<Record<Symbol, Range>> }, point: Readonly<Partial<Record<NoInfer<Symbol>, number>>>): Partial<Record<Symbol, number>> {
  const given = Object.entries(point) as [Symbol, number][];
  return Object.fromEntries(given.map(([symbol, value]) => [symbol, decadesOutside(law.range[symbol], value)])) as Partial<Record<Symbol, number>>;
}

/** How far an answer lies outside what a law was fitted to, in decades and without sign, and whose law it is. */
export interface Extrapolation {
  readonly decades: number;
  readonly of: string;
}

/** How far the farthest quantity of a point lies outside: 0 decades where the law was fitted. */
export function extrapolation<Symbol extends string>(law: { readonly source: string; readonly range: Readonly<Record<Symbol, Range>> }, point: Readonly<Partial<Record<NoInfer<Symbol>, number>>>): Extrapolation {
  const far = Object.values<number>(outside(law, point) as Record<Symbol, number>).map(Math.abs);
  return { decades: Math.max(0, ...far), of: law.source };
}

/** The farthest of several: what rests on two laws is as far out as the farther one. */
export function farthest(first: Extrapolation, ...others: readonly Extrapolation[]): Extrapolation {
  return others.reduce((most, each) => (each.decades > most.decades ? each : most), first);
}
