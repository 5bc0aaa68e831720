import type { SlaStatus } from "@amends/core/model";
import { booleanFact, numberFact } from "@amends/core/facts";
import { defineStage, type AnyStage } from "@amends/core/stage";
import * as z from "zod";

/** A policy of the sample stage. */
export const samplePolicy = {
  policy: "sample/targets",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "first",
  currency: "USD",
  asOf: "ticket.createdAt",
  parameters: { maximumRateAgeDays: 7, longDays: { value: 45, unit: "days" }, hours: 2 },
  conditions: { vip: { all: [{ fact: "customer.vip", operator: "equal", value: true }] } },
  rules: [
    {
      name: "vip-late",
      priority: 100,
      because: "a VIP whose parcel is late is answered first",
      conditions: {
        all: [
          { condition: "vip" },
          { fact: "shipment.daysInTransit", operator: "greaterThanInclusive", value: { fact: "parameters.longDays" } },
        ],
      },
      event: { type: "target", params: { hours: 1 } },
    },
    {
      name: "email",
      priority: 50,
      conditions: { all: [{ fact: "ticket.channel", operator: "equal", value: "email" }] },
      event: { type: "target", params: { hours: { fact: "parameters.hours" } } },
    },
    {
      name: "dear-order",
      priority: 40,
      effectiveFrom: "2026-01-01",
      conditions: {
        any: [
          { fact: "order.total", operator: "greaterThan", value: "100.00" },
          {
            all: [
              { fact: "sample.doubled", operator: "isPresent", value: true },
              { not: { fact: "sample.doubled", operator: "lessThan", value: 10 } },
            ],
          },
        ],
      },
      event: { type: "target", params: { hours: 4 } },
    },
  ],
} as const;

/** A stage that writes `sla` and knows two facts of its own, one of which it works out while deciding. */
export const sampleStage = defineStage({
  name: "sla",
  reads: ["ticket", "shipment", "customer", "order"],
  writes: "sla",
  facts: {
    "sample.doubled": numberFact({
      description: "Twice the customer's orders.",
      example: 4,
      derive: ({ customer }) => (typeof customer?.orders === "number" ? customer.orders * 2 : undefined),
    }),
    "sample.worked": booleanFact({ description: "Set by the stage.", example: true }),
  },
  events: { target: z.strictObject({ hours: z.number().positive().meta({ description: "Hours to answer.", example: 2 }) }) },
  decisions: { targets: ["target"] },
  policies: [samplePolicy],
  decide: (_caseFile, evaluation) => {
    evaluation.set({ "sample.worked": true });
    const { events } = evaluation.decide("targets");
    const hours = events[0]?.params.hours;
    const firstResponse = hours === undefined ? null : { within: `PT${hours}H` };
    return { firstResponse, ...evaluation.provenance() } as unknown as SlaStatus;
  },
});

export const stages = [sampleStage] as unknown as readonly AnyStage[];

/** A policy file of the sample stage, with changes. */
export const policyFile = (changes: object = {}, path = "sample.policy.json") => ({
  path,
  text: JSON.stringify({ ...samplePolicy, ...changes }, null, 2),
});

/** A test file of the sample policy. */
export const testFile = (tests: readonly object[], path = "sample.test.json") => ({
  path,
  text: JSON.stringify({ policy: "sample/targets", tests }, null, 2),
});
