import { describe, expect, it } from "vitest";
import type { Policy } from "@amends/core/rules";
import { fitRows } from "./fit-rows.js";
import { rowChains } from "./row-chains.js";
import { scoreRows, type ScoreRow } from "./score-rows.js";
import { scoredClaim, times } from "./testing/sample-scored-claims.js";

const row = (id: string, group: string, points: number, priority = 1): ScoreRow => {
  return { id, policy: "shop/score", rule: id, code: id, group, points, priority };
};
const policy = (params: object, more: object = {}) =>
  ({ policy: "shop/score", rules: [{ name: "first", event: { type: "score", params }, ...more }] }) as unknown as Policy;

describe("the rows of a scorecard", () => {
  it("are the rules, each in its group or one by itself", () => {
    expect(
      scoreRows([policy({ points: 5, group: "rate", code: "often" }, { priority: 7 }), policy({ points: -2, code: "loyal" })]),
    ).toEqual([
      { id: "shop/score/first", policy: "shop/score", rule: "first", code: "often", group: "rate", points: 5, priority: 7 },
      { id: "shop/score/first", policy: "shop/score", rule: "first", code: "loyal", group: "shop/score/first", points: -2, priority: 1 },
    ]);
  });

  it("are refused, with their place, where the points aren't a number of the file", () => {
    for (const params of [{ points: { fact: "customer.orders" } }, undefined]) {
      expect(() => scoreRows([policy(params as object)])).toThrow(
        expect.objectContaining({
          findings: [
            {
              code: "points_not_fixed",
              message: "the points of shop/score/first aren't a number of the file",
              path: "rules[0].event.params.points",
              expected: "a whole number, which calibration can replace",
            },
          ],
        }),
      );
    }
  });
});

describe("the chains of a group", () => {
  it("go from the weakest row to the strongest, each with the steps below it", () => {
    const { steps, stepsOf } = rowChains([row("strong", "a", 9), row("weak", "a", 2), row("middle", "a", 5)]);
    expect(steps).toEqual([
      { row: 1, sign: 1 },
      { row: 2, sign: 1 },
      { row: 0, sign: 1 },
    ]);
    expect(stepsOf).toEqual([[0, 1, 2], [0], [0, 1]]);
  });

  it("are one for each direction and each group", () => {
    const { steps, stepsOf } = rowChains([row("worse", "a", 4), row("better", "a", -1), row("best", "a", -6), row("other", "b", 3)]);
    expect(steps.map(({ row: index, sign }) => [index, sign])).toEqual([
      [0, 1],
      [1, -1],
      [2, -1],
      [3, 1],
    ]);
    expect(stepsOf).toEqual([[0], [1], [1, 2], [3]]);
  });

  it("count the row that wins its group as the stronger of two that count the same", () => {
    expect(rowChains([row("winner", "a", 4, 9), row("loser", "a", 4, 1)]).stepsOf).toEqual([[0, 1], [0]]);
    expect(rowChains([row("loser", "a", 4, 1), row("winner", "a", 4, 9)]).stepsOf).toEqual([[0], [0, 1]]);
  });

  it("count a row of no points as one that raises", () => {
    expect(rowChains([row("none", "a", 0)]).steps).toEqual([{ row: 0, sign: 1 }]);
    expect(rowChains([row("none", "a", 0), row("some", "a", 3)]).stepsOf).toEqual([[0], [0, 1]]);
  });
});

describe("the fit of rows", () => {
  const claims = (id: string | undefined, abusive: number, good: number) => {
    const rules = new Set(id === undefined ? [] : [id]);
    return [...times(abusive, scoredClaim(0, true, { rules })), ...times(good, scoredClaim(0, false, { rules }))];
  };
  const options = { ridge: 1e-6, maximumIterations: 100 };
  const [milder, worse] = [row("milder", "a", 3), row("worse", "a", 8)];

  it("gives each row the log-odds of its claims over those that no row speaks of", () => {
    const seen = [...claims(undefined, 20, 180), ...claims("milder", 40, 60), ...claims("worse", 80, 20)];
    const { intercept, rows } = fitRows([milder, worse], seen, options);
    expect(intercept).toBeCloseTo(Math.log(20 / 180), 4);
    expect(rows.map(({ row: { id } }) => id)).toEqual(["milder", "worse"]);
    expect(rows[0]?.logOdds).toBeCloseTo(Math.log(40 / 60) - Math.log(20 / 180), 4);
    expect(rows[1]?.logOdds).toBeCloseTo(Math.log(80 / 20) - Math.log(20 / 180), 4);
    // Of a difference of two log-odds, the variance is the sum of one over each count.
    expect(rows[0]?.standardError).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 180 + 1 / 40 + 1 / 60), 3);
    expect(rows[1]?.standardError).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 180 + 1 / 80 + 1 / 20), 3);
  });

  it("keeps the worse row at the milder one's worth, and a row at nothing rather than turn it round", () => {
    const against = fitRows(
      [milder, worse],
      [...claims(undefined, 20, 180), ...claims("milder", 60, 40), ...claims("worse", 30, 70)],
      options,
    );
    expect(against.rows[1]?.logOdds).toBeCloseTo(against.rows[0]?.logOdds ?? 0, 12);
    const turned = fitRows([row("loyal", "b", -3)], [...claims(undefined, 20, 180), ...claims("loyal", 60, 40)], options);
    expect(turned.rows[0]).toMatchObject({ logOdds: expect.closeTo(0, 12), standardError: 0 });
  });
});
