import { describe, expect, it } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { readEvent } from "./read-event.js";
import { ruleOf, vocabulary } from "../testing/sample-vocabulary.js";

const read = (
  params: Record<string, unknown>,
  facts: Record<string, unknown>,
  known: { stage?: typeof vocabulary } = { stage: vocabulary },
) => {
  const missing = new Set<string>();
  const event = readEvent(ruleOf({ event: { type: "score", params } }), params, facts, known.stage, missing);
  return { event, missing: [...missing] };
};

describe("readEvent", () => {
  it("fills facts in, and defaults of the stage", () => {
    expect(read({ points: { fact: "customer.orders" } }, { "customer.orders": 6 }).event).toEqual({
      type: "score",
      params: { points: 6, weight: 1 },
    });
    expect(read({ points: { fact: "customer.orders" } }, { "customer.orders": 6 }, {}).event).toEqual({
      type: "score",
      params: { points: 6 },
    });
  });

  it("leaves a rule out whose fact is absent, and says so", () => {
    expect(read({ points: { fact: "customer.orders" } }, {})).toEqual({ event: undefined, missing: ["customer.orders"] });
    expect(read({ points: { fact: "constructor" } }, {}, {})).toEqual({ event: undefined, missing: ["constructor"] });
  });

  it("fails the decision where the stage can't take what was filled in", () => {
    expect(() => read({ points: { fact: "ticket.text" } }, { "ticket.text": "many" })).toThrow(DecisionError);
    expect(() => read({ points: { fact: "ticket.text" } }, { "ticket.text": "many" })).toThrow(/"vip".*points.*expected a number/);
  });

  it("yields no params where the rule has none", () => {
    const event = { type: "score" };
    expect(readEvent(ruleOf({ event }), {}, {}, undefined, new Set())).toEqual(event);
    expect(readEvent(ruleOf({ event }), { weight: 1 }, {}, undefined, new Set())).toEqual({ type: "score", params: { weight: 1 } });
  });
});
