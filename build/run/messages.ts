/** What the process that runs chapters and the one that asks for it say to one another. */
import type { GivenRuns, Place, Run } from "../glossary.ts";
import type { Bundle } from "./bundle.ts";

/** What a run needs to know of a chapter besides its code. */
export interface ChapterCard {
  file: string;
  /** Line of each cell's opening fence. */
  cells: number[];
  /** Place of each expression. */
  expressions: Place[];
  /** Place of each exported name. */
  exports: Record<string, Place>;
  /** Exported names that have a unit. */
  units: string[];
  /** By exported number, the exported name that says how far outside its law's runs it lies. */
  outside: Record<string, string>;
  /** Place of each imported file. */
  imports: Record<string, Place>;
}

export interface Limits {
  /** Milliseconds that one chapter may take. */
  timeout: number;
  /** Bytes that one chapter may add to the process. */
  memory: number;
}

/** The first message, with everything that stays. */
export interface Setup {
  root: string;
  /** The worker's program. */
  program: string;
  bundle: Bundle;
  cards: Record<string, ChapterCard>;
  works: Record<string, string>;
  /** Training runs that were given to fit instead of simulated ones. */
  runs: GivenRuns | null;
  /** Where chapters failed that are not to be run again, by name. */
  failed: Record<string, string>;
  limits: Limits;
}

export interface Job {
  chapter: string;
  overrides: Record<string, string>;
  /** Numbers outside the range of their assumption are taken. */
  force: boolean;
  /** With the runs that were given, where there are some. */
  withRuns: boolean;
  /** Slow work keeps the result that it has, whatever its inputs. */
  leavingSlowWork?: boolean;
}

export type Answer = { run: Run } | { stopped: string };

/** The file descriptor to which a running chapter writes the line it has reached; a pipe outlives a killed process. */
export const progressPipe = 3;
