import { RandomSequence } from "../../random-sequence.js";
import type { BenchmarkRule, RootCondition } from "./benchmark-rule.js";
import { generateTickets, type Ticket } from "./generate-tickets.js";
import { keyedConditions } from "./keyed-conditions.js";
import { nestedConditions } from "./nested-conditions.js";
import { thresholdConditions } from "./threshold-conditions.js";

/** Kinds of rule sets: as policies mostly are, without anything to look a rule up by, and with conditions inside conditions. */
export const variants = ["keyed", "thresholds", "nested"] as const;
export type Variant = (typeof variants)[number];

const seeds: Readonly<Record<Variant, number>> = { keyed: 20_260_101, thresholds: 20_260_202, nested: 20_260_303 };
const ticketSeed = 20_260_404;
const priorities = [1, 10, 20, 50, 100];

const conditionsOf: Readonly<Record<Variant, (random: RandomSequence) => RootCondition>> = {
  keyed: keyedConditions,
  thresholds: thresholdConditions,
  nested: nestedConditions,
};

/** The first `count` rules of a variant: a larger set begins with the smaller ones. */
export function generateRules(variant: Variant, count: number): BenchmarkRule[] {
  const random = new RandomSequence(seeds[variant]);
  return Array.from({ length: count }, (_rule, index) => {
    const name = `rule-${index}`;
    return {
      name,
      priority: random.pick(priorities),
      conditions: conditionsOf[variant](random),
      event: { type: "matched", params: { rule: name } },
    };
  });
}

/** The tickets that every engine decides, in this order, again and again. */
export function benchmarkTickets(count = 200): Ticket[] {
  return generateTickets(count, new RandomSequence(ticketSeed));
}
