import * as z from "zod";
import { expectTypeOf, test } from "vitest";
import { booleanFact, moneyFact, numberFact, wordFact } from "../facts/define-fact.js";
import { defineStage } from "../stage/define-stage.js";
import { compilePolicy, type Facts } from "./compile-policy.js";
import type { RuleEvent } from "./engine/rule-properties.js";
import type { Policy } from "./policy.js";
import type { FactsOf, PolicyVocabulary } from "./policy-vocabulary.js";

declare const policy: Policy;
declare const anyStage: PolicyVocabulary;

const said = { description: "" };
const stage = defineStage({
  name: "risk",
  reads: ["ticket"],
  writes: "risk",
  facts: {
    "sample.size": wordFact(["small", "large"], { ...said, example: "small" }),
    "sample.count": numberFact({ ...said, example: 1 }),
    "sample.known": booleanFact({ ...said, example: true }),
    "sample.worth": moneyFact({ ...said, example: { amount: "1.00", currency: "USD" } }),
  },
  events: { score: z.strictObject({ points: z.number() }), note: z.strictObject({ text: z.string() }) },
  decisions: { score: ["score"], notes: ["note"] },
  policies: [],
  decide: () => ({}) as never,
});
const compiled = compilePolicy(policy, { stage });

test("with a stage, events have the params of its schemas", () => {
  const [event] = compiled.decide({}).events;
  expectTypeOf(event?.type).toEqualTypeOf<"score" | "note" | undefined>();
  if (event?.type === "score") expectTypeOf(event.params.points).toEqualTypeOf<number>();
  // @ts-expect-error no such param
  if (event?.type === "score") void event.params.point;
  if (event?.type === "note") expectTypeOf(event.params.text).toEqualTypeOf<string>();
  compiled.decide({}, { strictness: ({ event: { type } }) => (type === "score" ? 1 : 2) });
});

test("with a stage, facts have names and types", () => {
  type Names = keyof Parameters<typeof compiled.decide>[0];
  expectTypeOf<"sample.size" | "sample.worth" | "shipment.daysInTransit" | "customer.country" | "order.total" | "now">().toExtend<Names>();
  expectTypeOf<FactsOf<typeof stage>["sample.size"]>().toEqualTypeOf<"small" | "large" | undefined>();
  expectTypeOf<FactsOf<typeof stage>["sample.worth"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<FactsOf<typeof stage>["order.total"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<FactsOf<typeof stage>["customer.vip"]>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<FactsOf<typeof stage>["shipment.daysInTransit"]>().toEqualTypeOf<number | undefined>();
  compiled.decide({ "sample.size": "large", "sample.count": 2, "order.total": 12.5, "customer.country": "US" });
  compiled.explain({ "sample.known": undefined }, { rule: "any" });
  // @ts-expect-error there is no such fact
  compiled.decide({ "sample.sizes": "large" });
  // @ts-expect-error the fact is never that word
  compiled.decide({ "sample.size": "huge" });
  // @ts-expect-error an amount is a number in the policy's currency
  compiled.explain({ "sample.worth": { amount: "1.00", currency: "USD" } });
  void compiled.decideAsync({ "sample.count": 1 }, { "customer.vip": () => true });
  // @ts-expect-error nobody reads such a fact
  void compiled.decideAsync({}, { "customer.vips": () => true });
});

test("without a stage, or with one whose facts nobody knows, any facts and events will do", () => {
  expectTypeOf(compilePolicy(policy).decide).parameter(0).toEqualTypeOf<Facts>();
  compilePolicy(policy).decide({ anything: 1 });
  expectTypeOf(compilePolicy(policy, { stage: anyStage }).decide({ anything: 1 }).events).toEqualTypeOf<readonly RuleEvent[]>();
  expectTypeOf(compilePolicy<{ type: "offer" }>(policy).decide({}).events[0]).toEqualTypeOf<{ type: "offer" } | undefined>();
});
