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

/** A label of a team's own, such as `own.battery_recall`: rules read its points as the fact `scores.own.battery_recall`. */
export type OwnLabel = `own.${string}`;

export type LexiconLabel = (typeof lexiconLabels)[number] | OwnLabel;

/** What a label of one's own looks like. */
export const ownLabelPattern = /^own\.[a-z][a-z0-9_]{0,39}$/;
