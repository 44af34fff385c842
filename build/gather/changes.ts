import type { Assumption } from "../glossary.ts";
import type { Report } from "../run/run-report.ts";
import { isOutside, range } from "../words/override.ts";

/** What was changed about a report and is to be said before its numbers, a line each. */
export function changesText({ scenario, assumptions }: Pick<Report, "scenario" | "assumptions">): string[] {
  return [
    ...(scenario ? [`scenario ${scenario.name}: ${scenario.sentence}`] : []),
    ...assumptions.filter(isOutside).map((one) => `forced: ${one.id} is ${one.value}, outside its range, ${range(one)}`),
  ];
}

/** The same as data; nothing where nothing is to be said. */
export function changesData({ scenario, assumptions }: Pick<Report, "scenario" | "assumptions">): { scenario?: object; forced?: object[] } {
  const forced = assumptions.filter(isOutside);
  return {
    ...(scenario && { scenario: { name: scenario.name, sentence: scenario.sentence, file: scenario.file } }),
    ...(forced.length > 0 && { forced: forced.map(({ id, value, min, max }: Assumption) => ({ id, value, min, max })) }),
  };
}
