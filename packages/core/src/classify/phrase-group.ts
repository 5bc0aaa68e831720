import { issueTypes, signals } from "../model/words.js";
import type { PhraseRole } from "./compile-lexicon.js";
import { feelings } from "./lexicon-labels.js";

const groups = new Map<string, string>([
  ...issueTypes.map((label): [string, string] => [label, "issue"]),
  ["return_process", "issue"],
  ["remedy_wanted", "remedy"],
  ...feelings.map((label): [string, string] => [label, "feeling"]),
  ["polite", "feeling"],
  ...signals.map((label): [string, string] => [label, "signal"]),
  // "Supposed to arrive by Friday" is a date promised, not a deadline named.
  ["promised_date", "signal"],
  ["deadline_near", "signal"],
  ["negates_after_it", "negation"],
  ["negates_before_it", "negation"],
  ["never_negates", "negation"],
]);

/** Phrases of one group compete for the same words: the longest wins. */
export function phraseGroup(role: PhraseRole): string {
  return groups.get(role) ?? role;
}
