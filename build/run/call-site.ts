import type { CallSite } from "../words/recorder.ts";

/** Where a word was called from, in the program that runs. */
export function callSite(word: (...said: never[]) => unknown): CallSite | null {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const caught: { stack?: readonly NodeJS.CallSite[] } = {};
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = (_, frames) => frames;
    Error.captureStackTrace(caught, word);
    const frame = caught.stack?.[0];
    return frame ? { line: frame.getLineNumber()!, column: frame.getColumnNumber()! } : null;
  } finally {
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }
}
