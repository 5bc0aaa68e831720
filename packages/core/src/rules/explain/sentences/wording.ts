import type { ExplainedCondition } from "../explained-condition.js";
import type { ExplainedRule, Explanation, LostTo, OutOfForce } from "../explanation.js";
import type { FactChange, SmallestChange } from "../fact-change.js";

/** The languages that explanations are written in. */
export type SentenceLanguage = "en" | "zh";

/** What one language says of each part of an explanation. */
export interface Wording {
  /** How a policy decided: which rules, or that none did. */
  decided(explanation: Explanation, rules: readonly ExplainedRule[]): string;
  fired(rule: ExplainedRule): string;
  because(reason: string): string;
  /** What a comparison saw. */
  saw(condition: ExplainedCondition): string;
  /** A shared condition that was not looked at. */
  skipped(name: string): string;
  lost(rule: string, to: LostTo | undefined): string;
  missed(rule: string): string;
  outOfForce(dates: OutOfForce, onlyDates: boolean): string;
  lacks(facts: readonly string[]): string;
  /** What a fact is and what it would have to be. */
  change(change: FactChange): string;
  /** Introduces several changes: how many, and whether there might be fewer. */
  changes(count: number, approximate: boolean): string;
  /** Where no changes are known. */
  unchangeable(change: SmallestChange): string;
  moreMissed(count: number): string;
}
