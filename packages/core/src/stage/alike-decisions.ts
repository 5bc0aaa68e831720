import { freezeDeeply } from "../frozen/freeze-deeply.js";
import type { FiredRule } from "../rules/decide/decision.js";
import type { KeptDecision } from "./decision-table.js";

/** Many cases that a policy tells apart are decided alike: what is kept for them is one object for all, and frozen. */
export class AlikeDecisions {
  readonly #byContent = new Map<string, KeptDecision>();
  readonly #numbers = new Map<string, number>();

  /** How many different decisions there are. */
  get count(): number {
    return this.#byContent.size;
  }

  /** What is kept in place of a decision of one policy whose events take no facts: which rules and what lacked tell it all. */
  shared(kept: KeptDecision): KeptDecision {
    const { fired, lost } = kept.decision;
    const content = `${this.#numbersOf(fired)};${this.#numbersOf(lost)};${kept.missing.join()}`;
    const before = this.#byContent.get(content);
    if (before !== undefined) return before;
    this.#byContent.set(content, frozen(kept));
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

/** A decision as it may be handed out again and again. */
export function frozen(kept: KeptDecision): KeptDecision {
  freezeDeeply(kept.decision);
  return kept;
}
