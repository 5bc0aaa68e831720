import { describe, expect, it } from "vitest";
import type { Payment, Risk } from "@amends/core/model";
import { defineStage } from "@amends/core/stage";
import { intlZoneProvider } from "@amends/core/time";
import * as z from "zod";
import { paymentFailureFacts } from "./payment-failure-facts.js";

const sources = { now: 0, zones: intlZoneProvider, parameter: () => undefined, context: undefined };
const read = (payment: Payment | undefined, packs = {}) =>
  Object.fromEntries(Object.entries(paymentFailureFacts({ packs })).map(([name, fact]) => [name, fact.derive?.({ payment }, sources)]));

describe("the facts on a failed payment", () => {
  it("are those of its explanation", () => {
    expect(read({ gateway: "adyen", failureCode: "31" })).toEqual({
      "payment.reason": "suspected_fraud",
      "payment.category": "security",
      "payment.actor": "issuer",
      "payment.retry": "other_method",
      "payment.buyerTemplate": "payment_declined",
      "payment.confidential": true,
    });
  });
  it("say unknown for a code nobody described, and nothing without a failed payment", () => {
    expect(read({ gateway: "adyen", failureCode: "999" })).toMatchObject({
      "payment.reason": "unknown",
      "payment.category": undefined,
      "payment.actor": undefined,
      "payment.retry": "unknown",
    });
    expect(Object.values(read(undefined)).every((value) => value === undefined)).toBe(true);
    expect(Object.values(read({ gateway: null, failureCode: null })).every((value) => value === undefined)).toBe(true);
  });
  it("fit their schemas", () => {
    for (const { schema, example } of Object.values(paymentFailureFacts())) expect(schema.safeParse(example).success).toBe(true);
  });
  it("can be read by the policies of a stage", () => {
    const stage = defineStage({
      name: "risk",
      reads: ["payment"],
      writes: "risk",
      facts: paymentFailureFacts(),
      events: { band: z.strictObject({ band: z.string() }) },
      decisions: { band: ["band"] },
      policies: [
        {
          policy: "sample/payments",
          version: "1.0.0",
          stage: "risk",
          decision: "band",
          decide: "first",
          rules: [
            {
              name: "tell-nothing",
              conditions: { all: [{ fact: "payment.confidential", operator: "equal", value: true }] },
              event: { type: "band", params: { band: "quiet" } },
            },
            {
              name: "try-again",
              conditions: { all: [{ fact: "payment.retry", operator: "in", value: ["now", "later"] }] },
              event: { type: "band", params: { band: "again" } },
            },
          ],
        },
      ],
      decide: (_caseFile, evaluation) => ({ band: evaluation.decide("band").events[0]?.params.band }) as unknown as Risk,
    });
    const bandOf = (gateway: string, failureCode: string) => stage.run({ now: "2026-03-03T15:00:00Z", payment: { gateway, failureCode } });
    expect(bandOf("stripe", "fraudulent")).toEqual({ band: "quiet" });
    expect(bandOf("visa", "91")).toEqual({ band: "again" });
    expect(bandOf("visa", "nonsense")).toEqual({ band: undefined });
  });
});
