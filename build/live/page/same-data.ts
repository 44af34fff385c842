/** Two engines may differ in the last digits of an exponential; an assumption that is moved moves more. */
const lastDigits = 1e-9;

/** The same data, as JSON, but for the last digits of its numbers. */
export function sameData(one: string, other: string): boolean {
  return one === other || same(JSON.parse(one), JSON.parse(other));
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= lastDigits * Math.max(Math.abs(one), Math.abs(other));
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return left.length === right.length && left.every(([key, value], index) => key === right[index]![0] && same(value, right[index]![1]));
}
