/** An exported value as data: functions are left out; NaN, infinities and bigints are strings. */
export function plain(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" || typeof value === "symbol" ? undefined : value;
  if (above.includes(value)) return "[circular]";
  const path = [...above, value];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)].map((one) => plain(one, path));
  if (Array.isArray(value)) return value.map((one) => plain(one, path) ?? null);
  const entries = value instanceof Map ? [...value] : value instanceof Set ? [...value].entries() : Object.entries(value);
  return Object.fromEntries([...entries].map(([key, one]) => [String(key), plain(one, path)] as const).filter(([, one]) => one !== undefined));
}
