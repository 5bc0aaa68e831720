import { describe, expect, it } from "vitest";
import { differenceOf } from "../outcomes.js";
import { readPlainly } from "../plain-reading.js";
import { benchmarkTickets, generateRules, variants } from "../workload/workload.js";
import { byPrecedence } from "./by-precedence.js";
import { ruleEngines } from "./rule-engines.js";

const tickets = benchmarkTickets(40);

describe.each(variants)("%s rules", (variant) => {
  const rules = generateRules(variant, 200);
  const expected = tickets.map((ticket) => readPlainly(byPrecedence(rules), ticket));

  it("fire on some tickets and not on others", () => {
    expect(expected.some(({ all }) => all.length > 1)).toBe(true);
    expect(new Set(expected.map(({ first }) => first)).size).toBeGreaterThan(10);
  });

  it.each(ruleEngines)("mean the same to $name", async ({ build }) => {
    const all = await build(rules, "all");
    const first = await build(rules, "first");
    for (const [index, ticket] of tickets.entries()) {
      const wanted = expected[index];
      expect(differenceOf(wanted?.all ?? [], all.names(await all.findAll(ticket)))).toBeUndefined();
      expect(first.first?.name(await first.first.find(ticket))).toBe(wanted?.first);
    }
  });
});
