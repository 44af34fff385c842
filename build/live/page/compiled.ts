import type { Runtime } from "vega";
import type { TopLevelSpec } from "vega-lite";

type Compile = (spec: TopLevelSpec) => Runtime;
type Rows = unknown[];

/** Where the operators of a program take rows in. */
interface Operator {
  value?: { $ingest?: Rows };
}

/**
 * To compile takes half of a chart's time, and a change of an assumption mostly changes data alone: a program is kept by its
 * specification without the data, and is given the new rows where each of the old stands.
 */
export function keeping(compileAnew: Compile): Compile {
  const kept = new Map<string, { program: Runtime; places: readonly number[] }>();
  return (spec) => {
    const rows = rowsIn(spec);
    const frame = JSON.stringify(spec, (key, value: unknown) => (key === "data" && rowsOf(value) ? { ...(value as object), values: null } : value));
    const known = kept.get(frame);
    if (known) return withRows(known.program, known.places.map((place) => rows[place]!));
    const program = compileAnew(spec);
    const places = ingested(program).map((one) => rows.indexOf(one));
    // Vega-Lite makes one of two that are the same; then it is not known where each belongs.
    if (rows.every((_, place) => places.includes(place)) && !places.includes(-1)) kept.set(frame, { program: structuredClone(program), places });
    return program;
  };
}

/** The data of a specification, in its order. */
function rowsIn(node: unknown): Rows[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === "data" && rowsOf(value) ? [rowsOf(value)!] : rowsIn(value)));
}

function rowsOf(data: unknown): Rows | undefined {
  const { values } = (data ?? {}) as { values?: unknown };
  return Array.isArray(values) ? values : undefined;
}

function operatorsOf(program: Runtime): Operator[] {
  return (program as unknown as { operators: Operator[] }).operators;
}

function ingested(program: Runtime): Rows[] {
  return operatorsOf(program).flatMap(({ value }) => (value?.$ingest ? [value.$ingest] : []));
}

/** A view changes the settings of its events in place, and nothing else. */
function withRows(program: Runtime, rows: readonly Rows[]): Runtime {
  let next = 0;
  const operators = operatorsOf(program).map((operator) => (operator.value?.$ingest ? { ...operator, value: { ...operator.value, $ingest: rows[next++]! } } : operator));
  const { eventConfig } = program as unknown as { eventConfig: object };
  return { ...program, operators, eventConfig: structuredClone(eventConfig) } as unknown as Runtime;
}
