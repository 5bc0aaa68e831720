import { describe, expect, it } from "vitest";
import { foldCondition } from "../engines/fold-condition.js";
import type { BenchmarkRule, Comparison } from "./benchmark-rule.js";
import { optionalFacts } from "./ticket-facts.js";
import { benchmarkTickets, generateRules, variants } from "./workload.js";

function comparisonsOf({ conditions }: BenchmarkRule): Comparison[] {
  return foldCondition<Comparison[]>(conditions, {
    comparison: (comparison) => [comparison],
    all: (members) => members.flat(),
    any: (members) => members.flat(),
    not: (member) => member,
  });
}

const isEquality = ({ operator }: Comparison) => operator === "equal" || operator === "in";

describe("tickets", () => {
  const tickets = benchmarkTickets();

  it("are the same every time, and different from each other", () => {
    expect(benchmarkTickets()).toEqual(tickets);
    expect(new Set(tickets.map((ticket) => JSON.stringify(ticket))).size).toBe(tickets.length);
  });

  it("have 26 facts, and lack those of the parcel while it isn't underway", () => {
    const sizes = new Set(tickets.map((ticket) => Object.keys(ticket).length));
    expect([...sizes].toSorted((left, right) => left - right)).toEqual([26 - optionalFacts.size, 26]);
  });

  it("have frequent words and rare ones", () => {
    const counts = new Map<unknown, number>();
    for (const { country } of tickets) counts.set(country, (counts.get(country) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeGreaterThan(5 * Math.min(...counts.values()));
  });
});

describe.each(variants)("%s rules", (variant) => {
  it("are the same every time; a larger set begins with the smaller ones", () => {
    expect(generateRules(variant, 300).slice(0, 100)).toEqual(generateRules(variant, 100));
  });

  it("have names of their own", () => {
    expect(new Set(generateRules(variant, 500).map(({ name }) => name)).size).toBe(500);
  });
});

describe("keyed rules", () => {
  const rules = generateRules("keyed", 3_000).map(comparisonsOf);

  it("have two to five conditions", () => {
    expect(new Set(rules.map(({ length }) => length))).toEqual(new Set([2, 3, 4, 5]));
  });

  it("have an equality, but for about two in a hundred", () => {
    const share = rules.filter((tests) => !tests.some(isEquality)).length / rules.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });
});

describe("threshold rules", () => {
  it("have no equality", () => {
    expect(generateRules("thresholds", 500).flatMap(comparisonsOf).some(isEquality)).toBe(false);
  });
});

describe("nested rules", () => {
  it("hold any, not and all inside each other", () => {
    const text = JSON.stringify(generateRules("nested", 200).map(({ conditions }) => conditions));
    for (const inner of ['"any":[{"any"', '"not":{"any"', '"not":{"all"', '"any":[{"all"']) expect(text).toContain(inner);
  });
});
