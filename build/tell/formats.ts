import { asGithub } from "./github.ts";
import { asJson } from "./json.ts";
import { asJunit } from "./junit.ts";
import { asMarkdown } from "./markdown.ts";
import { asSarif } from "./sarif.ts";
import { asText } from "./text.ts";
import type { Verification } from "./verification.ts";

/** The languages that a verification is told in. */
export const formats = { text: asText, json: asJson, junit: asJunit, sarif: asSarif, github: asGithub, markdown: asMarkdown } satisfies Record<string, (of: Verification) => string>;

export type Format = keyof typeof formats;
