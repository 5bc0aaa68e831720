import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRules } from "./choose-rules.js";
import type { FiredRule } from "./decision.js";
import { decideModes } from "../policy.js";

const fired = (rule: string, params: Record<string, unknown> = {}, specificity = 1): FiredRule => ({
  policy: "p",
  version: "1.0.0",
  rule,
  priority: 1,
  specificity,
  event: { type: "e", params },
});
const names = (rules: readonly FiredRule[]) => rules.map(({ rule }) => rule);

const arbitraryFired = fc
  .array(
    fc.record({
      points: fc.integer({ min: -20, max: 20 }),
      group: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
      specificity: fc.integer({ min: 1, max: 4 }),
    }),
  )
  .map((rules) => rules.map(({ specificity, ...params }, index) => fired(String(index), params, specificity)));

describe("chooseRules", () => {
  it("keeps every rule under all and the first under first", () => {
    const rules = [fired("a"), fired("b"), fired("c")];
    expect(chooseRules("all", rules)).toEqual({ fired: rules, lost: [] });
    expect(chooseRules("first", rules)).toEqual({ fired: rules.slice(0, 1), lost: rules.slice(1) });
  });

  it("takes the strictest by points, or by what the stage says, the earlier one on a tie", () => {
    const rules = [
      fired("a", { points: 3, hours: 1 }),
      fired("b", { points: 1, hours: 4 }),
      fired("c", { points: 1, hours: 1 }),
      fired("d", { hours: 9 }),
    ];
    expect(names(chooseRules("strictest", rules).fired)).toEqual(["d"]);
    const strictness = ({ event }: FiredRule) => event.params?.["hours"] as number;
    expect(names(chooseRules("strictest", rules, { strictness }).fired)).toEqual(["a"]);
    expect(names(chooseRules("strictest", rules, { strictness }).lost)).toEqual(["c", "b", "d"]);
  });

  it("takes the most specific, the earlier one on a tie", () => {
    const { fired: won, lost } = chooseRules("mostSpecific", [fired("a", {}, 1), fired("b", {}, 3), fired("c", {}, 3)]);
    expect([names(won), names(lost)]).toEqual([["b"], ["c", "a"]]);
  });

  it("adds points, and of each group counts what moves the score most", () => {
    const rules = [
      fired("a", { points: 10, group: "g" }),
      fired("b", { points: -12, group: "g" }),
      fired("c", { points: 5 }),
      fired("d", { points: 12, group: "g" }),
    ];
    const { fired: won, lost, total } = chooseRules("sum", rules);
    expect([names(won), names(lost), total]).toEqual([["b", "c"], ["a", "d"], -7]);
    expect(chooseRules("sum", [])).toEqual({ fired: [], lost: [], total: 0 });
  });

  it("loses no rule and invents none", () => {
    fc.assert(
      fc.property(fc.constantFrom(...decideModes), arbitraryFired, (mode, rules) => {
        const { fired: won, lost } = chooseRules(mode, rules);
        expect(names([...won, ...lost]).sort()).toEqual(names(rules).sort());
        if (mode === "first" || mode === "strictest" || mode === "mostSpecific") expect(won.length).toBe(Math.min(1, rules.length));
      }),
    );
  });

  it("sums as a plain count per group does", () => {
    fc.assert(
      fc.property(arbitraryFired, (rules) => {
        const pointsOf = ({ event }: FiredRule) => event.params?.["points"] as number;
        const ungrouped = rules.filter(({ event }) => event.params?.["group"] === undefined).reduce((sum, rule) => sum + pointsOf(rule), 0);
        const grouped = ["a", "b"].reduce((sum, group) => {
          const members = rules.filter(({ event }) => event.params?.["group"] === group).map(pointsOf);
          const most = Math.max(0, ...members.map(Math.abs));
          return sum + (members.find((points) => Math.abs(points) === most) ?? 0);
        }, 0);
        expect(chooseRules("sum", rules).total).toBe(ungrouped + grouped);
      }),
    );
  });
});
