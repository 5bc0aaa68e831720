import { issueTypes, signals } from "../model/words.js";

/** Feelings a phrase can speak for. */
export const feelings = ["angry", "disappointed", "negative", "positive"] as const;

/**
 * What a phrase can speak for beside issue types, feelings and signals; rules read their scores as facts. `elsewhere` is a matter of
 * another trade: an alarm, a table in a restaurant, the weather; `sum_demanded` is a number that customs ask for.
 */
export const hints = [
  "polite",
  "intensifier",
  "safety",
  "deadline_near",
  "promised_date",
  "return_process",
  "remedy_wanted",
  "software_fault",
  "elsewhere",
  "sum_demanded",
] as const;

/** Every label a lexicon can give points to. */
export const lexiconLabels = [...issueTypes, ...feelings, ...signals, ...hints] as const;

export type LexiconLabel = (typeof lexiconLabels)[number];
