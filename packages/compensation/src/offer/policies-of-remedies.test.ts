import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import { parsePolicy, type Policy } from "@amends/core/rules";
import { remediesStage } from "./remedies-stage.js";
import { delayed } from "./testing/delayed-parcel.js";
import { offer } from "./testing/sample-offer.js";

describe("policies of remedies", () => {
  const changed = (stem: string, change: (policy: Record<string, unknown>) => void): Policy[] =>
    remediesStage.policies.map((policy) => {
      if (policy.policy !== `compensation/standard-${stem}`) return policy;
      const copy = structuredClone(policy) as Record<string, unknown>;
      change(copy);
      return copy as Policy;
    });
  it("refuse remedies that give what they can't, and an offer that lists one twice", () => {
    const wrong = (choices: unknown) => () =>
      parsePolicy(
        JSON.stringify({
          policy: "shop/o",
          version: "1.0.0",
          stage: "remedies",
          decision: "offer",
          decide: "first",
          rules: [
            {
              name: "r",
              conditions: { all: [{ fact: "claim.issue", operator: "equal", value: "other" }] },
              event: { type: "offer", params: { tier: 1, choices } },
            },
          ],
        }),
        { stage: remediesStage },
      );
    expect(wrong([{ remedy: "coupon", gives: { couponPercent: 10 } }])).not.toThrow();
    expect(wrong([{ remedy: "coupon", gives: { percent: 10 } }])).toThrow(InvalidPolicyError);
    expect(wrong([{ remedy: "full_refund", gives: { refundPercent: 101 } }])).toThrow(InvalidPolicyError);
    expect(
      wrong([
        { remedy: "reship", gives: {} },
        { remedy: "reship", gives: { priority: true } },
      ]),
    ).toThrow(/offers one remedy twice/);
  });
  it("refuse a limit without a currency, and an expectation without a range", () => {
    expect(() =>
      offer(
        delayed,
        changed(
          "caps",
          (policy) =>
            delete policy["currency"] &&
            ((policy["conditions"] = undefined), delete policy["conditions"], (policy["rules"] = [(policy["rules"] as unknown[])[0]])),
        ),
      ),
    ).toThrow(/names a limit, but the policy no currency/);
    expect(() => offer(delayed, remediesStage.policies.slice(1))).toThrow(/expectationMinimumPercent/);
    expect(() =>
      offer(
        delayed,
        changed("offers", (policy) => ((policy["parameters"] as Record<string, unknown>)["expectationMinimumPercent"] = 40)),
      ),
    ).toThrow(/by 40 to 30 per cent/);
  });
});
