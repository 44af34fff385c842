import type { Overrides } from "./glossary.ts";
import { UsageProblem } from "./problem.ts";

/** What `--set id=value` sets, by id. */
export function readSettings(words: readonly string[]): Overrides {
  const overrides: Overrides = {};
  for (const word of words) {
    const [, id, value] = /^([^=]+)=(.*)$/.exec(word) ?? [];
    if (id === undefined || value === undefined) throw new UsageProblem(`--set wants id=value: ${word}`);
    if (Object.hasOwn(overrides, id)) throw new UsageProblem(`--set sets ${id} twice`);
    overrides[id] = value;
  }
  return overrides;
}
