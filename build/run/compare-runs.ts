import type { Check, Run } from "../glossary.ts";

/**
 * A run under overrides or with given training runs beside the one without: what a source prints holds for its own, so a check
 * whose value has moved is not compared. Checks are matched by place and, where a place speaks often, by occurrence.
 */
export function compareRuns<R extends Pick<Run, "checks">>(changed: R, base: Pick<Run, "checks">, moved = "assumptions"): R {
  const standard = new Map(numbered(base.checks));
  const checks = numbered(changed.checks).map(([key, check]): Check => {
    const before = standard.get(key);
    if (before && sameValue(before.value, check.value)) return check;
    return { ...check, verdict: "not compared", reason: `the ${moved} are not those of the source` };
  });
  return { ...changed, checks };
}

/** The same function need not give the same last digit twice: an engine computes powers otherwise once it has compiled it. */
const lastDigits = 1e-13;

function sameValue(one: Check["value"], other: Check["value"]): boolean {
  return Object.is(one, other) || (typeof one === "number" && typeof other === "number" && Math.abs(one - other) <= lastDigits * Math.max(Math.abs(one), Math.abs(other)));
}

function numbered(checks: readonly Check[]): [string, Check][] {
  const seen = new Map<string, number>();
  return checks.map((check) => {
    const place = `${check.line}:${check.column}`;
    const occurrence = (seen.get(place) ?? 0) + 1;
    seen.set(place, occurrence);
    return [`${place}#${occurrence}`, check];
  });
}
