import type { Assumption, Place } from "../glossary.ts";
import type { Report } from "../run/run-report.ts";
import { factsOf, kinds, type Fact, type Kind, type RunChapter } from "./facts.ts";
import { largestFactor, sizeOf, writtenApart, type Plain } from "./numbers.ts";

/** Two reports side by side. */
export interface Comparison {
  assumptions: AssumptionChange[];
  /** What was answered in a word and is now answered in another, exported answers first. */
  conclusions: Change[];
  /** All else, the largest first. */
  changes: Change[];
  unchanged: Record<Kind, number>;
}

/** A fact that is not the same in both, or that only one of them has. */
export interface Change extends Place {
  kind: Kind;
  chapter: string;
  file: string;
  name: string;
  label: string;
  unit: string | null;
  old: Plain;
  new: Plain;
  oldText: string;
  newText: string;
  /** New over old; of a figure, that of the number in it that moved most. */
  factor: number | null;
  /** The fact as it was and as it is. */
  facts: { old: Fact | undefined; new: Fact | undefined };
}

export interface AssumptionChange {
  id: string;
  label: string;
  unit: string;
  old: number | string | null;
  new: number | string | null;
}

/** What changes from one report to another. Places are those of the new one, where it has the fact. */
export function compareReports(old: Report, fresh: Report): Comparison {
  const same = sameTexts(old, fresh);
  const [before, after] = [factsByKey(old, same), factsByKey(fresh, same)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const pairs = keys.map((key) => ({ old: before.get(key), new: after.get(key) }));
  const changes = pairs.filter((pair) => pair.old?.state !== pair.new?.state).map(changeOf);
  return {
    assumptions: assumptionChanges(old.assumptions, fresh.assumptions),
    conclusions: changes.filter(isConclusion).sort((a, b) => Number(b.kind === "value") - Number(a.kind === "value")),
    changes: changes.filter((change) => !isConclusion(change)).sort((a, b) => rank(b) - rank(a)),
    unchanged: Object.fromEntries(kinds.map((kind) => [kind, pairs.filter((pair) => pair.new?.kind === kind && pair.old?.state === pair.new.state).length])) as Record<Kind, number>,
  };
}

function factsByKey({ chapters }: Report, same: ReadonlySet<string>): Map<string, Fact> {
  const whole = chapters.filter((one): one is typeof one & RunChapter => one.chapter !== null && one.run !== null);
  return new Map(whole.flatMap((one) => factsOf(one, same.has(one.name))).map((fact) => [fact.key, fact]));
}

/** The chapters whose text is the same in both. */
function sameTexts(old: Report, fresh: Report): Set<string> {
  const text = ({ chapters }: Report, name: string): string | undefined => chapters.find((one) => one.name === name)?.chapter?.lines.join("\n");
  return new Set(old.chapters.map(({ name }) => name).filter((name) => text(old, name) === text(fresh, name)));
}

function changeOf(facts: Change["facts"]): Change {
  const { kind, chapter, file, line, column, name, label, unit } = (facts.new ?? facts.old)!;
  const { old, new: fresh } = facts;
  const [oldText, newText] = textsOf(facts);
  return { kind, chapter, file, line, column, name, label, unit, old: old?.value ?? null, new: fresh?.value ?? null, oldText, newText, factor: old && fresh ? largestFactor(old.numbers, fresh.numbers) : null, facts };
}

/** As they stand in the report; where that does not tell them apart, with more digits or with all that is known. */
function textsOf({ old, new: fresh }: Change["facts"]): [old: string, fresh: string] {
  if (!old || !fresh) return [old?.text ?? "—", fresh?.text ?? "—"];
  if (old.text !== fresh.text) return [old.text, fresh.text];
  return Object.is(old.value, fresh.value) ? [old.whole, fresh.whole] : writtenApart(old.value, fresh.value, fresh.unit ?? undefined);
}

function isConclusion({ facts }: Change): boolean {
  return Boolean(facts.old?.conclusion && facts.new?.conclusion);
}

/** By size: a number that came, went or changed its sign is above every factor, a text below. */
function rank({ factor, facts: { old, new: fresh } }: Change): number {
  if (factor !== null) return sizeOf(factor);
  return [old, fresh].some((fact) => typeof fact?.value === "number") ? Infinity : 0;
}

function assumptionChanges(old: readonly Assumption[], fresh: readonly Assumption[]): AssumptionChange[] {
  const ids = [...new Set([...old, ...fresh].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, after] = [old, fresh].map((all) => all.find((one) => one.id === id));
    const { label, unit } = (after ?? before)!;
    return Object.is(before?.value, after?.value) ? [] : [{ id, label, unit, old: before?.value ?? null, new: after?.value ?? null }];
  });
}
