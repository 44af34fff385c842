/** The words a chapter may say: the one door between the report and its generator. */
import { assumeFor, type Assume } from "./assume.ts";
import { checkFor, notComputableFor, type CheckWord, type NotComputable } from "./check.ts";
import { citeFor, type Cite } from "./cite.ts";
import { about, absolute, exactly, order, printed, significant, within } from "./expectation.ts";
import { figureFor, type FigureWord } from "./figure.ts";
import { fixedFor, type FixedWord } from "./fixed.ts";
import { literal } from "./literal.ts";
import type { Recorder } from "./recorder.ts";
import { runsFor, type RunsWord } from "./runs.ts";
import { sensitivityFor, type SensitivityWord } from "./sensitivity.ts";
import { show } from "./show.ts";
import { tableFor, type TableWord } from "./table.ts";

export interface Words {
  assume: Assume;
  check: CheckWord;
  notComputable: NotComputable;
  figure: FigureWord;
  sensitivity: SensitivityWord;
  table: TableWord;
  cite: Cite;
  show: typeof show;
  literal: typeof literal;
  runs: RunsWord;
  fixed: FixedWord;
  printed: typeof printed;
  within: typeof within;
  about: typeof about;
  exactly: typeof exactly;
  order: typeof order;
  significant: typeof significant;
  absolute: typeof absolute;
}

export function wordsFor(recorder: Recorder): Words {
  return {
    assume: assumeFor(recorder),
    check: checkFor(recorder),
    notComputable: notComputableFor(recorder),
    figure: figureFor(recorder),
    sensitivity: sensitivityFor(recorder),
    table: tableFor(recorder),
    cite: citeFor(recorder),
    show,
    literal,
    runs: runsFor(recorder),
    fixed: fixedFor(recorder),
    printed,
    within,
    about,
    exactly,
    order,
    significant,
    absolute,
  };
}
