import { freezeDeeply } from "../frozen/freeze-deeply.js";
import type { KeptDecision } from "./decision-table.js";

/** Many cases that a policy tells apart are decided alike: what is kept for them is one object for all, and frozen. */
export class AlikeDecisions {
  readonly #byContent = new Map<string, KeptDecision>();

  /** What is kept in place of a decision that holds nothing but JSON. */
  shared(kept: KeptDecision): KeptDecision {
    const content = JSON.stringify(kept.decision);
    const before = this.#byContent.get(content);
    if (before !== undefined) return before;
    this.#byContent.set(content, frozen(kept));
    return kept;
  }

  forget(): void {
    this.#byContent.clear();
  }
}

/** A decision as it may be handed out again and again. */
export function frozen(kept: KeptDecision): KeptDecision {
  freezeDeeply(kept.decision);
  return kept;
}
