import type { FileCheck } from "../file-check.js";

/** Everything that is looked for in lexicons that can be read. */
export const lexiconChecks: readonly FileCheck[] = [
  { code: "lexicon-label-unread", severity: "warning", summary: "a label of your own whose points no policy reads" },
  { code: "lexicon-phrase-twice", severity: "error", summary: "a phrase that stands twice under one label" },
  { code: "lexicon-phrase-unreadable", severity: "error", summary: "a phrase that finds nothing, since it can't be read as it is written" },
  { code: "lexicon-without-unknown", severity: "warning", summary: "a phrase to leave out that the standard lexicon does not have" },
];
