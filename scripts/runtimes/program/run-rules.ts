import { compileRules, type RuleCondition, type RuleProperties } from "@amends/core/rules";
import type { Answer } from "./answer.js";
import { RandomSequence } from "./random-sequence.js";

const words = ["late", "lost", "damaged", "wrong item", "refund", "größer", "ş", "急"];

/** A generated rule set and what it says of generated facts: events, the first event, and whole explanations. */
export function runGeneratedRules(): Answer[] {
  const random = new RandomSequence(7);
  const rules = Array.from({ length: 300 }, (_, index) => generateRule(index, random));
  const engine = compileRules(rules);
  return Array.from({ length: 60 }, (_, index) => {
    const facts = generateFacts(random);
    const value = { facts, matches: engine.matches(facts), first: engine.first(facts) ?? null };
    return { name: `rules/${index + 1}`, value: index < 3 ? { ...value, run: engine.run(facts) } : value };
  });
}

function generateFacts(random: RandomSequence): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (let index = 0; index < 8; index += 1) {
    facts[`number${index}`] = (random.below(4000) - 2000) / 100;
    facts[`word${index}`] = random.pick(words);
    facts[`list${index}`] = [random.pick(words), random.pick(words)];
  }
  return facts;
}

function generateRule(index: number, random: RandomSequence): RuleProperties {
  const conditions = Array.from({ length: 1 + random.below(3) }, () => generateCondition(random, 2));
  return {
    name: `rule-${index + 1}`,
    priority: 1 + random.below(5),
    conditions: random.below(3) === 0 ? { any: conditions } : { all: conditions },
    event: { type: random.pick(words), params: { of: index + 1 } },
  };
}

function generateCondition(random: RandomSequence, depth: number): RuleCondition {
  if (depth > 0 && random.below(4) === 0) {
    const inner = [generateCondition(random, depth - 1), generateCondition(random, depth - 1)];
    return random.below(2) === 0 ? { any: inner } : { not: { all: inner } };
  }
  const slot = random.below(8);
  switch (random.below(4)) {
    case 0:
      return { fact: `word${slot}`, operator: random.pick(["equal", "notEqual"]), value: random.pick(words) };
    case 1:
      return { fact: `word${slot}`, operator: random.pick(["in", "notIn"]), value: [random.pick(words), random.pick(words)] };
    case 2:
      return { fact: `list${slot}`, operator: random.pick(["contains", "doesNotContain"]), value: random.pick(words) };
    default: {
      const operator = random.pick(["greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive"]);
      return { fact: `number${slot}`, operator, value: (random.below(4000) - 2000) / 100 };
    }
  }
}
