import type { FindingSeverity } from "@amends/core/errors";

/** One thing that a lexicon which can be read is looked through for. */
export interface LexiconCheck {
  readonly code: string;
  /** How much it weighs unless the settings say otherwise. */
  readonly severity: FindingSeverity;
  /** What is wrong where it is found, in one sentence. */
  readonly summary: string;
}

/** Everything that is looked for in lexicons that can be read. */
export const lexiconChecks: readonly LexiconCheck[] = [
  { code: "lexicon-label-unread", severity: "warning", summary: "a label of your own whose points no policy reads" },
  { code: "lexicon-phrase-twice", severity: "error", summary: "a phrase that stands twice under one label" },
  { code: "lexicon-phrase-unreadable", severity: "error", summary: "a phrase that finds nothing, since it can't be read as it is written" },
  { code: "lexicon-without-unknown", severity: "warning", summary: "a phrase to leave out that the standard lexicon does not have" },
];
