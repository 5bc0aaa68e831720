import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { remediesStage } from "./remedies-stage.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { offer, rates } from "./testing/sample-offer.js";

describe("what a choice costs", () => {
  const withParameters = (values: Record<string, unknown>, more: object = {}): Policy[] =>
    remediesStage.policies.map((policy) =>
      policy.decision === "offer" ? ({ ...policy, ...more, parameters: { ...policy.parameters, ...values } } as Policy) : policy,
    );
  const late: Partial<CaseFile> = {
    claim: { issueType: "logistics_delay" },
    shipment: { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 20 },
  };
  const pointsOf = (given: Partial<CaseFile>, policies?: readonly Policy[]) =>
    offer({ ...late, ...given }, policies).choices.find(({ remedy }) => remedy === "points");

  it("says why, where nobody can tell", () => {
    expect(pointsOf({})).toMatchObject({ cost: null, costBecause: expect.stringContaining("pointValue") });
    expect(offer({ claim: { issueType: "quality_defect" } }).choices[0]).toMatchObject({
      cost: null,
      costBecause: "it can't be told without order.total",
    });
    expect(offer(delayed).choices[2]).not.toHaveProperty("costBecause");
  });
  it("is known of points once the policy says what one is worth", () => {
    const worth = withParameters({ pointValue: 0.0125 });
    expect(pointsOf({ order: { id: "O-1", total: usd("60.00") } }, worth)).toMatchObject({ cost: usd("2.50") });
    const yen = { id: "O-1", total: { amount: "9000", currency: "JPY" } };
    expect(pointsOf({ order: yen, rates }, worth)?.cost).toEqual({ amount: "375", currency: "JPY" });
    expect(pointsOf({ order: yen }, worth)).toMatchObject({ cost: null, costBecause: "it can't be told without rates.USD-JPY" });
    expect(pointsOf({}, worth)?.cost).toEqual(usd("2.50"));
    const dear = offer({ ...late, order: { id: "O-1", total: usd("60.00") } }, withParameters({ pointValue: 1 }));
    expect(dear.excluded).toMatchObject([{ remedy: "points", reason: "above_cap" }]);
  });
  it("is the share of the price that the policy names, of goods that are sent again", () => {
    const reshipped = (policies: readonly Policy[]) => offer(delayed, policies).choices[1]?.cost;
    expect(reshipped(withParameters({ goodsCostPercent: 33.3 }))).toEqual(usd("29.94"));
    expect(reshipped(withParameters({ goodsCostPercent: 0 }))).toEqual(usd("0.00"));
    const silent = remediesStage.policies.map((policy) => {
      if (policy.decision !== "offer") return policy;
      const { goodsCostPercent: _, pointValue: __, ...parameters } = policy.parameters ?? {};
      return { ...policy, parameters };
    });
    expect(reshipped(silent)).toEqual(usd("89.90"));
  });
  it("refuses figures that can't be", () => {
    for (const value of [-1, 100.5, "sixty"]) {
      expect(() => offer(delayed, withParameters({ goodsCostPercent: value }))).toThrow(/goodsCostPercent/);
    }
    expect(() => offer(delayed, withParameters({ pointValue: -0.01 }))).toThrow(/pointValue/);
    const [rule] = remediesStage.policies.find(({ decision }) => decision === "offer")?.rules ?? [];
    expect(() => offer(delayed, withParameters({ pointValue: 0.01 }, { currency: undefined, conditions: {}, rules: [rule] }))).toThrow(
      /names its currency/,
    );
  });
});
