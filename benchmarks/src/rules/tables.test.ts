import { describe, expect, it } from "vitest";
import { explainTargets } from "./measure-explain.js";
import { missNotes } from "./miss-reasons.js";
import type { RuleSetResults } from "./rule-set-results.js";
import { ratioTable, remarks } from "./rules-tables.js";
import { speedTargets, targetTable } from "./targets.js";
import { variants } from "./workload/workload.js";

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

/** Results of one set of rules with these times. */
function timed(variant: RuleSetResults["variant"], count: number, question: RuleSetResults["question"], given: Record<string, number>) {
  const figures = Object.entries(given).map(([engine, microseconds]) => ({
    engine,
    microseconds,
    buildMilliseconds: 5,
    ticketsChecked: 200,
  }));
  return { variant, count, question, tickets: 200, firing: 1, figures, failures: [] };
}

const tableOf = (measured: readonly RuleSetResults[]) =>
  targetTable(speedTargets(measured))
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe("targets", () => {
  it("are judged by the figures, and left out without them", () => {
    expect(tableOf([results(100)])).toEqual([
      ["compileRules, keyed, find all, 100 rules: as fast as json-rules-engine", "≥ 800×", "500× at 100", "missed"],
      ["compileRules, find all, 100 rules and more: as fast as the fastest peer", "> 1×", "25× keyed", "met"],
    ]);
    expect(speedTargets([])).toEqual([]);
  });

  it("show the worst number of rules of each kind, and say which kinds miss", () => {
    const measured = [
      timed("keyed", 100, "first", { "Amends compileRules": 2, CEL: 8, "json-logic-engine": 4 }),
      timed("keyed", 1_000, "first", { "Amends compileRules": 2, CEL: 3, "json-logic-engine": 5 }),
      timed("nested", 100, "first", { "Amends compileRules": 2, "json-logic-engine": 2 }),
      timed("nested", 10_000, "first", { "Amends compileRules": 10, "json-logic-engine": 5 }),
      timed("nested", 10, "first", { "Amends compileRules": 1, "json-logic-engine": 0.1 }),
    ];
    expect(tableOf(measured)).toEqual([
      [
        "compileRules, first match, 100 rules and more: as fast as the fastest peer",
        "> 1×",
        "1.5× keyed at 1,000, 0.5× nested at 10,000",
        "missed: nested at 100, 10,000",
      ],
      ["compileRules, first match, 10 rules: time, of the best code generator's", "≤ 3×", "10× nested", "missed"],
    ]);
  });

  it("miss where a number of rules misses that isn't the worst by rounding alone", () => {
    const [target] = speedTargets([timed("keyed", 100, "first", { "Amends built module": 2, CEL: 2 })]);
    expect(target?.figures).toMatchObject([{ got: "1×", met: false }]);
  });

  it("hold each way of deciding to its own distance from the generated switch", () => {
    const given = { "Amends compileRules": 1.8, "Amends compilePolicy": 2.1, "Amends built module": 1.6, "generated switch": 1 };
    expect(tableOf([timed("thresholds", 1_000, "all", given)]).map(([what, ...cells]) => [what?.split(",")[0], ...cells])).toEqual([
      ["compileRules", "≤ 2×", "1.8× without equality", "met"],
      ["compilePolicy", "≤ 2×", "2.1× without equality", "missed"],
      ["built module", "≤ 1.5×", "1.6× without equality", "missed"],
    ]);
    expect(tableOf([timed("thresholds", 100, "all", given)]).map(([what]) => what?.split(",")[0])).toEqual(["built module"]);
  });
});

describe("what stands in the way", () => {
  const notesOf = (given: Record<string, number>, question: RuleSetResults["question"] = "all", count = 1_000) =>
    missNotes(speedTargets([timed("keyed", count, question, given)]));

  it("isn't told where targets are met", () => {
    expect(notesOf({ "Amends compileRules": 1, "generated switch": 1 })).toBeUndefined();
    expect(missNotes([])).toBeUndefined();
  });

  it("is told for what is missed alone, once", () => {
    const policy = notesOf({ "Amends compileRules": 1, "Amends compilePolicy": 3, "generated switch": 1, "json-rules-engine": 6_000 });
    expect(policy?.match(/^- \*\*.*?\*\*/gm)).toEqual([
      "- **compileRules, beside the generated switch**",
      "- **compilePolicy, beside compileRules**",
    ]);
    const first = notesOf({ "Amends compilePolicy": 3, "json-logic-engine": 1 }, "first");
    expect(first?.match(/^- \*\*.*?\*\*/gm)).toEqual(["- **First match, beside json-logic-engine**", "- **compilePolicy, first match**"]);
  });

  it("is known of every target", () => {
    const slow = { "Amends compileRules": 99, "Amends compilePolicy": 99, "Amends built module": 99 };
    const quick = { "json-rules-engine": 1, "json-logic-engine": 1, "generated switch": 1 };
    const measured = variants.flatMap((variant) =>
      [10, 100, 1_000, 10_000].flatMap((count) =>
        (["all", "first"] as const).map((question) => timed(variant, count, question, { ...slow, ...quick })),
      ),
    );
    const figures = [...speedTargets(measured), ...explainTargets([{ count: 100, milliseconds: 9, withoutChanges: 9 }])].flatMap(
      (target) => target.figures,
    );
    const missed = figures.filter(({ met }) => !met);
    expect(missed.length).toBeGreaterThan(60);
    expect(missed.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });
});
