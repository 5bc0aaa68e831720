import { expect, it } from "vitest";
import type { RuleSetResults } from "./rule-set-results.js";
import { ratioTable, remarks } from "./rules-tables.js";
import { speedTargets } from "./targets.js";

const times = { "json-rules-engine": 1_000, "zen-engine": 50, "Amends compileRules": 2, "generated switch": 0.5 };

function results(count: number): RuleSetResults {
  return {
    variant: "keyed",
    count,
    question: "all",
    tickets: 200,
    firing: 1,
    figures: Object.entries(times).map(([engine, microseconds]) => ({
      engine,
      microseconds,
      buildMilliseconds: 5,
      ticketsChecked: engine === "json-rules-engine" ? 20 : 200,
    })),
    failures: [{ engine: "CEL", reason: "differs on ticket 3: 1 missing (rule-7)" }],
  };
}

it("a cell holds both ratios and the time", () => {
  const [, , ...rows] = ratioTable([results(100)], ["json-rules-engine", "Amends compileRules", "CEL", "absent"]).split("\n");
  expect(rows.map((row) => row.split("|")[2]?.trim())).toEqual(["1× · 2,000 · 1,000 µs", "500× · 4 · 2 µs", "no", ""]);
});

it("what isn't in the table is said in words", () => {
  expect(remarks([results(1_000)])).toEqual([
    "CEL (keyed, 1,000 rules, find all): differs on ticket 3: 1 missing (rule-7)",
    "json-rules-engine (keyed, 1,000 rules, find all): answers compared on 20 of 200 tickets, for its slowness",
  ]);
});

it("targets are judged by the figures, and left out without them", () => {
  const targets = speedTargets([results(100)]);
  expect(targets).toEqual([
    { what: "100 rules: as fast as json-rules-engine", wanted: "≥ 800×", got: "500×", met: false },
    { what: "100 rules: as fast as the fastest peer", wanted: "> 1×", got: "25×", met: true },
  ]);
  expect(speedTargets([])).toEqual([]);
});
