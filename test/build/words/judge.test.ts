import { expect, test } from "vitest";
import { printed } from "../../../build/words/expectation.ts";
import { judge } from "../../../build/words/judge.ts";
import type { Known } from "../../../build/words/check.ts";

const known: Known = { category: "rounded by the source", reason: "rounded twice", window: [5.3, 5.4], ratio: 0.9764 };
const verdict = (value: number, declared: Known | null): string =>
  judge({ claim: "a", value, expectation: printed("5.5"), source: "b", cites: { key: "b", place: null }, slide: 1, outside: null, known: declared, reason: null, site: null }).verdict;

test("a value agrees or disagrees with its print", () => {
  expect([verdict(5.52, null), verdict(5.37, null)]).toEqual(["agrees", "disagrees"]);
});

test("a known discrepancy holds in its window only, and fails when it starts to agree", () => {
  expect([verdict(5.37, known), verdict(5.41, known), verdict(5.52, known), verdict(Number.NaN, known)]).toEqual(["known discrepancy", "disagrees", "disagrees", "disagrees"]);
});

test("what is not computable carries its reason and no value", () => {
  const check = judge({ claim: "a", value: null, expectation: null, source: "b", cites: { key: "b", place: null }, slide: null, outside: null, known: null, reason: "no data", site: null });
  expect(check).toMatchObject({ verdict: "not computable", value: null, printed: null, reason: "no data" });
});

test("a known discrepancy of another size than declared disagrees: neither a digit of the print nor the value can move unseen", () => {
  const against = (print: string): string => judge({ claim: "a", value: 5.37, expectation: printed(print), source: "b", cites: { key: "b", place: null }, slide: null, outside: null, known, reason: null, site: null }).verdict;
  expect([against("5.5"), against("5.6"), against("5.51"), against("6")]).toEqual(["known discrepancy", "disagrees", "disagrees", "disagrees"]);
  expect(verdict(5.38, known)).toBe("disagrees");
});
