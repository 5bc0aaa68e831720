import { freezeDeeply } from "../frozen/freeze-deeply.js";
import type { FiredRule } from "../rules/decide/decision.js";
import type { KeptDecision } from "./decision-table.js";

/** Many cases that a policy tells apart are decided alike: what is kept for them is one object for all, and frozen. */
export class AlikeDecisions {
  readonly #takesFacts: boolean;
  readonly #byContent = new Map<string, KeptDecision>();
  readonly #numbers = new Map<string, number>();

  /** Where events take facts, they are part of what tells decisions apart. */
  constructor(takesFacts: boolean) {
    this.#takesFacts = takesFacts;
  }

  /** How many different decisions there are. */
  get count(): number {
    return this.#byContent.size;
  }

  /** What is kept in place of a decision of one policy: which rules, what lacked and what events took tell it all. */
  shared(kept: KeptDecision): KeptDecision {
    const { fired, lost } = kept.decision;
    const events = this.#takesFacts ? `${eventsOf(fired)};${eventsOf(lost)}` : "";
    const content = `${this.#numbersOf(fired)};${this.#numbersOf(lost)};${kept.missing.join()};${events}`;
    const before = this.#byContent.get(content);
    if (before !== undefined) return before;
    freezeDeeply(kept.decision);
    this.#byContent.set(content, kept);
    return kept;
  }

  forget(): void {
    this.#byContent.clear();
  }

  #numbersOf(rules: readonly FiredRule[]): string {
    let text = "";
    for (const { rule } of rules) {
      let number = this.#numbers.get(rule);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(rule, number);
      }
      text += `${number},`;
    }
    return text;
  }
}

/** Events take single values, of which NaN and the infinities have no JSON: no text or number is written as they are here. */
function eventsOf(rules: readonly FiredRule[]): string {
  const isUnwritten = (value: unknown): boolean => typeof value === "number" && !Number.isFinite(value);
  return JSON.stringify(
    rules.map(({ event }) => event),
    (_, value: unknown) => (isUnwritten(value) ? { number: String(value) } : value),
  );
}
