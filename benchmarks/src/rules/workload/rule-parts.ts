import type { RandomSequence } from "../../random-sequence.js";
import type { Comparison } from "./benchmark-rule.js";
import { zipfWeights } from "./generate-tickets.js";
import { numberAt } from "./number-at.js";
import { flagFacts, numberFacts, wordFacts, type NumberFact, type WordFact } from "./ticket-facts.js";

const askedWeights = wordFacts.map(({ asked }) => asked);

/** Words that a rule asks for, different from each other; the ones asked for most come first as often as not. */
export function pickWords(count: number, random: RandomSequence): WordFact[] {
  return random.sample(wordFacts, count, askedWeights);
}

/** Rules spread over the words more evenly than tickets do. */
function rulesWeights({ words, skew }: WordFact): number[] {
  return zipfWeights(words.length, skew / 2);
}

export function equality(fact: WordFact, random: RandomSequence): Comparison {
  return { fact: fact.name, operator: "equal", value: random.pick(fact.words, rulesWeights(fact)) };
}

export function membership(fact: WordFact, operator: "in" | "notIn", random: RandomSequence): Comparison {
  return {
    fact: fact.name,
    operator,
    value: random.sample(fact.words, random.whole(2, Math.min(6, fact.words.length - 1)), rulesWeights(fact)),
  };
}

export function flag(random: RandomSequence): Comparison {
  return { fact: random.pick(flagFacts).name, operator: "equal", value: random.chance(0.6) };
}

export function exclusion(fact: WordFact, random: RandomSequence): Comparison {
  return random.chance(0.5) ? membership(fact, "notIn", random) : { ...equality(fact, random), operator: "notEqual" };
}

/** A threshold that a share of the tickets between the two bounds passes. */
export function threshold(fact: NumberFact, [least, most]: readonly [number, number], random: RandomSequence): Comparison {
  const share = least + random.next() * (most - least);
  const above = random.chance(0.6);
  const inclusive = random.chance(0.5);
  const operator = above ? (inclusive ? "greaterThanInclusive" : "greaterThan") : inclusive ? "lessThanInclusive" : "lessThan";
  return { fact: fact.name, operator, value: numberAt(fact, above ? 1 - share : share) };
}

export function pickNumbers(count: number, random: RandomSequence): NumberFact[] {
  return random.sample(numberFacts, count);
}
