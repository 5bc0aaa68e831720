import type { RandomSequence } from "../../random-sequence.js";
import type { Comparison, RootCondition } from "./benchmark-rule.js";
import { equality, exclusion, flag, membership, pickNumbers, pickWords, threshold } from "./rule-parts.js";
import { thresholdConditions } from "./threshold-conditions.js";

const shareWithoutEquality = 0.02;
const passes = [0.1, 0.7] as const;

/** Two to five conditions, most keyed on a word: the usual rule of a policy. */
export function keyedConditions(random: RandomSequence): RootCondition {
  if (random.chance(shareWithoutEquality)) return thresholdConditions(random);
  const count = random.whole(2, 5);
  const keys = Math.min(count, 1 + (random.chance(0.9) ? 1 : 0) + (random.chance(0.5) ? 1 : 0));
  const [first, ...others] = pickWords(keys + 1, random);
  const spare = others.pop();
  const numbers = pickNumbers(count, random);
  const tests: Comparison[] = first === undefined ? [] : [equality(first, random)];
  for (const fact of others) tests.push(random.chance(0.65) ? equality(fact, random) : membership(fact, "in", random));
  for (const fact of numbers.slice(0, count - tests.length)) {
    const kind = random.next();
    if (kind < 0.15) tests.push(flag(random));
    else if (kind < 0.25 && spare !== undefined) tests.push(exclusion(spare, random));
    else tests.push(threshold(fact, passes, random));
  }
  return { all: shuffled(tests, random) };
}

function shuffled(tests: readonly Comparison[], random: RandomSequence): Comparison[] {
  return random.sample(tests, tests.length);
}
