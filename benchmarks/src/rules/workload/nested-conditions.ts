import type { RandomSequence } from "../../random-sequence.js";
import type { Comparison, Condition, RootCondition } from "./benchmark-rule.js";
import { equality, flag, membership, pickNumbers, pickWords, threshold } from "./rule-parts.js";

const passes = [0.05, 0.5] as const;

/** Trees of `all`, `any` and `not`, up to three levels below the root; most are keyed on a word at the root or in every branch. */
export function nestedConditions(random: RandomSequence): RootCondition {
  const shape = random.next();
  if (shape < 0.12) return { any: Array.from({ length: random.whole(2, 3) }, () => branch(random)) };
  if (shape < 0.18) return { not: { any: [anything(random), anything(random), { not: branch(random) }] } };
  return { all: [key(random), group(random, 2), ...(random.chance(0.5) ? [anything(random)] : [])] };
}

function branch(random: RandomSequence): Condition {
  return { all: [key(random), anything(random), ...(random.chance(0.4) ? [group(random, 1)] : [])] };
}

function group(random: RandomSequence, levels: number): Condition {
  const member = () => (levels > 1 && random.chance(0.4) ? group(random, levels - 1) : anything(random));
  const kind = random.next();
  if (kind < 0.25) return { not: levels > 1 ? group(random, levels - 1) : anything(random) };
  const members = Array.from({ length: random.whole(2, 3) }, member);
  return kind < 0.7 ? { any: members } : { all: members };
}

function key(random: RandomSequence): Comparison {
  const [fact] = pickWords(1, random);
  if (fact === undefined) throw new Error("There is no word to ask for.");
  return random.chance(0.8) ? equality(fact, random) : membership(fact, "in", random);
}

function anything(random: RandomSequence): Comparison {
  const kind = random.next();
  if (kind < 0.3) return key(random);
  if (kind < 0.4) return flag(random);
  const [fact] = pickNumbers(1, random);
  if (fact === undefined) throw new Error("There is no number to ask for.");
  return threshold(fact, passes, random);
}
