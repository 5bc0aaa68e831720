import type { RandomSequence } from "../../random-sequence.js";
import type { RootCondition } from "./benchmark-rule.js";
import { pickNumbers, threshold } from "./rule-parts.js";

const passes = [0.02, 0.4] as const;

/** Two to five thresholds and no equality: nothing to look a rule up by. */
export function thresholdConditions(random: RandomSequence): RootCondition {
  return { all: pickNumbers(random.whole(2, 5), random).map((fact) => threshold(fact, passes, random)) };
}
