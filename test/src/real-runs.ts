import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { describe } from "vitest";

/** The folder of real runs, which the project may not carry: REPORT_DATA names it. */
const folder = process.env.REPORT_DATA;

/** Tests on real runs; where REPORT_DATA names no folder they are skipped, and the title says so. */
export function describeWithRuns(title: string, tests: () => void): void {
  describe.skipIf(!folder)(folder ? title : `${title} (skipped: REPORT_DATA names no folder of runs)`, tests);
}

/** The rows of one of its files; none where there is no folder. */
export function rowsOf(file: string): Record<string, string>[] {
  return folder ? [...csvParse(readFileSync(join(folder, file), "utf8"))] : [];
}
