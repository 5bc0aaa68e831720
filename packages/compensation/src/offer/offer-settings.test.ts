import { describe, expect, it } from "vitest";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { beyondExpectation, expectationOf } from "./beyond-expectation.js";
import { costRates } from "./cost-rates.js";
import { maximumRateAge } from "./maximum-rate-age.js";
import { offerSettings } from "./offer-settings.js";
import type { RemedyPolicySet } from "./remedy-policy-set.js";
import { limits, sampleBasis, usd } from "./testing/sample-choices.js";

type Parameters = Record<string, number | string>;
const policyOf = (parameters: Parameters, currency?: string) => ({ policy: { currency }, parameters }) as never;
const expectation = { expectationMinimumPercent: 20, expectationMaximumPercent: 30 };

/** The settings of one offer policy with these parameters, of amounts in dollars. */
function settings(parameters: Parameters, currency: string | undefined = "USD") {
  const policies = [policyOf(parameters, currency)];
  const policySet = { parameter: (name: string) => parameters[name], policiesFor: () => policies };
  return offerSettings(policySet as unknown as RemedyPolicySet, remedyCatalogue);
}

const refused = (finding: object) => expect.objectContaining({ findings: [finding] });

describe("settings of offers", () => {
  it("are what the parameters say", () => {
    const { pickWeights, ...rest } = settings({
      ...expectation,
      maximumRateAgeDays: 3,
      goodsCostPercent: 60,
      couponUsePercent: 30,
      pointValue: 0.01,
      fullRefundPickWeight: 5,
      waitPickWeight: 0,
    });
    expect(rest).toEqual({
      maximumRateAgeDays: 3,
      costRates: { goodsCostPercent: 60, couponUsePercent: 30, point: { value: 0.01, currency: "USD" } },
      approvalCurrency: "USD",
      expectation: { minimumPercent: 20, maximumPercent: 30 },
    });
    expect([...pickWeights].filter(([, weight]) => weight !== 1)).toEqual([
      ["full_refund", 5],
      ["wait", 0],
    ]);
    expect([...pickWeights.keys()]).toEqual(Object.keys(remedyCatalogue));
  });

  it("without more parameters are all of a price, every coupon, no worth of a point and rates of any age", () => {
    expect(settings(expectation)).toMatchObject({
      maximumRateAgeDays: undefined,
      costRates: { goodsCostPercent: 100, couponUsePercent: 100, point: undefined },
    });
    expect(settings({ expectationMinimumPercent: 0, expectationMaximumPercent: 0 }).expectation).toEqual({
      minimumPercent: 0,
      maximumPercent: 0,
    });
    expect(maximumRateAge({ parameter: () => "3" })).toBeUndefined();
    expect(maximumRateAge({ parameter: (name) => (name === "maximumRateAgeDays" ? 3 : undefined) })).toBe(3);
  });

  it("are found out once for each set of policies", () => {
    const policySet = { parameter: () => 1, policiesFor: () => [] } as unknown as RemedyPolicySet;
    expect(offerSettings(policySet, remedyCatalogue)).toBe(offerSettings(policySet, remedyCatalogue));
  });

  it("weigh the remedies that there are, whichever there were before", () => {
    const policySet = { parameter: () => 1, policiesFor: () => [] } as unknown as RemedyPolicySet;
    const wider = { ...remedyCatalogue, tree: remedyCatalogue.gift };
    for (const catalogue of [remedyCatalogue, wider, remedyCatalogue])
      expect([...offerSettings(policySet, catalogue).pickWeights.keys()]).toEqual(Object.keys(catalogue));
  });

  it.each([
    ["fullRefundPickWeight", -0.1],
    ["fullRefundPickWeight", "5"],
  ])("refuse %s of %j, with its place and what it may be", (name, value) => {
    expect(() => settings({ ...expectation, [name]: value })).toThrow(
      refused({
        code: "parameter_invalid",
        message: `"${name}" can't be what it is`,
        path: `parameters.${name}`,
        expected: "a number from 0 up",
      }),
    );
  });

  it.each([
    ["expectationMinimumPercent", -1],
    ["expectationMaximumPercent", "30"],
  ])("refuse %s of %j as none", (name, value) => {
    expect(() => settings({ ...expectation, [name]: value })).toThrow(
      refused({
        code: "parameter_missing",
        message: `no policy of stage "remedies" has the number "${name}"`,
        path: `parameters.${name}`,
        expected: "a number of per cent from 0 up",
      }),
    );
  });

  it("refuse a range beyond the expectation that is reversed, and keep one of one point", () => {
    expect(() => beyondExpectation(undefined, 30, 20)).toThrow(
      refused({
        code: "range_reversed",
        message: "the offer can't go beyond the expectation by 30 to 20 per cent",
        path: "parameters.expectationMinimumPercent",
        expected: "at most expectationMaximumPercent",
        fix: "swap the two",
      }),
    );
    expect(beyondExpectation(usd("10.00"), 20, 20)).toEqual({ min: usd("12.00"), max: usd("12.00") });
    const nothing = { claim: { expectation: usd("0.00") } };
    expect(expectationOf(nothing, sampleBasis(), limits)).toEqual({ money: usd("0.00") });
    const wrong = { claim: { expectation: usd("ten") } };
    expect(() => expectationOf(wrong, sampleBasis(), limits)).toThrow(/claim\.expectation/);
  });
});

describe("the shop's own costs", () => {
  it.each<[Parameters, string, string]>([
    [{ goodsCostPercent: 100.01 }, "goodsCostPercent", "per cent of the price, from 0 to 100"],
    [{ couponUsePercent: 100.01 }, "couponUsePercent", "per cent of the coupons, from 0 to 100"],
    [{ goodsCostPercent: -0.01 }, "goodsCostPercent", "a number from 0 up"],
    [{ goodsCostPercent: "60" }, "goodsCostPercent", "a number from 0 up"],
    [{ pointValue: 0.01 }, "pointValue", "an amount of a policy that names its currency"],
  ])("of %j are refused", (parameters, name, expected) => {
    expect(() => costRates([policyOf(parameters)])).toThrow(
      refused({ code: "parameter_invalid", message: `"${name}" can't be what it is`, path: `parameters.${name}`, expected }),
    );
  });

  it("may be all or nothing of a price, and a point of no worth needs no currency", () => {
    expect(costRates([policyOf({ goodsCostPercent: 100, couponUsePercent: 100, pointValue: 0 })])).toEqual({
      goodsCostPercent: 100,
      couponUsePercent: 100,
      point: undefined,
    });
    expect(costRates([policyOf({ goodsCostPercent: 0, couponUsePercent: 0, pointValue: 0 }, "USD")])).toEqual({
      goodsCostPercent: 0,
      couponUsePercent: 0,
      point: undefined,
    });
  });

  it("are those of the first policy that says them", () => {
    expect(costRates([policyOf({}), policyOf({ goodsCostPercent: 40 }), policyOf({ goodsCostPercent: 50 })]).goodsCostPercent).toBe(40);
  });
});
