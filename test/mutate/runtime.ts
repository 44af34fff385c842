/** A number that was read: what it is, and by how much it is moved when it is its turn. */
export interface Read {
  readonly value: number;
  readonly step: number;
}

/** What the mutation says at this moment, shared by the instrumented modules and the runner of the tests. */
export interface Mutation {
  /** the constant that is moved, and whether up or down */
  moved?: { readonly id: string; readonly direction: 1 | -1 } | undefined;
  /** the constants that were read since it was emptied */
  readonly read: Map<string, Read>;
}

const shared = globalThis as { $mutation?: Mutation };
export const mutation: Mutation = (shared.$mutation ??= { read: new Map() });

/** The number itself, or moved by its step if it is the one that is moved. */
export function said(id: string, value: number, step: number): number {
  mutation.read.set(id, { value, step });
  return mutation.moved?.id === id ? value + mutation.moved.direction * step : value;
}

/** One object of all, with their getters as they are. */
export function merged(...parts: object[]): object {
  return Object.defineProperties({}, Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(part))) as PropertyDescriptorMap);
}

/** A list whose elements are evaluated when they are read. */
export function listed(thunks: (() => unknown)[]): unknown[] {
  return Object.defineProperties([], Object.fromEntries(thunks.map((get, i) => [i, { get, enumerable: true, configurable: true }]))) as unknown[];
}
