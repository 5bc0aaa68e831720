import { describe, expect, it } from "vitest";
import { samplePolicy, stages } from "../testing/sample-stage.js";
import { scaffoldPolicy } from "./scaffold-policy.js";
import { scaffoldRule } from "./scaffold-rule.js";
import { scaffoldTests } from "./scaffold-tests.js";
import { skeletonCondition } from "./skeleton-condition.js";
import { usualEvents, usualFacts } from "./usual-vocabulary.js";

const stage = stages[0] as (typeof stages)[number];
const file = (value: unknown, path = "x.policy.json") => ({ path, text: typeof value === "string" ? value : JSON.stringify(value) });

describe("what is usual for a decision", () => {
  it("is what its standard policies use most", () => {
    expect(usualFacts(stage, "targets").slice(0, 5).sort()).toEqual(
      ["customer.vip", "order.total", "sample.doubled", "shipment.daysInTransit", "ticket.channel"].sort(),
    );
    expect(usualFacts(stage, "targets")[0]).toBe("sample.doubled");
    expect(usualEvents(stage, "targets")).toEqual(["target"]);
  });
});

describe("skeletonCondition", () => {
  const { facts } = stage;
  const leaf = (fact: string) => skeletonCondition(facts, fact)?.leaf;

  it("suits the kind of the fact", () => {
    expect(leaf("customer.vip")).toEqual({ fact: "customer.vip", operator: "equal", value: true });
    expect(leaf("ticket.channel")).toMatchObject({ operator: "equal" });
    expect(leaf("ticket.tags")).toMatchObject({ operator: "contains" });
    expect(leaf("ticket.createdAt")).toEqual({ fact: "ticket.createdAt", operator: "isPresent", value: true });
    expect(leaf("no.fact")).toBeUndefined();
  });

  it("puts a figure into a parameter with a name of its own", () => {
    const { leaf: compared, parameter } = skeletonCondition(facts, "shipment.daysInTransit", ["daysInTransit"]) ?? {};
    expect(compared).toMatchObject({ operator: "greaterThanInclusive", value: { fact: "parameters.daysInTransit2" } });
    expect(parameter).toMatchObject({ name: "daysInTransit2", unit: "days" });
    expect(skeletonCondition(facts, "order.total")).toMatchObject({ currency: expect.any(String) as string });
  });
});

describe("scaffoldRule", () => {
  it("keeps the form of what stands there, and puts a currency where money is compared", () => {
    const { currency: _currency, ...plain } = samplePolicy;
    const [vip] = samplePolicy.rules;
    const text = JSON.stringify({ ...plain, parameters: { longDays: 1 }, rules: [vip] }).replace('"longDays":1', '"longDays":1.50');
    const added = scaffoldRule(file(text), stage, { name: "dear", fact: "order.total", event: "target" });
    if (!("text" in added)) throw new Error("no text");
    expect(added.text).toContain('"longDays": 1.50');
    expect(JSON.parse(added.text)).toMatchObject({
      currency: expect.any(String) as string,
      parameters: { total: { because: expect.any(String) as string } },
    });
  });

  it("puts the rule first where it would never get its turn last", () => {
    const rules = [{ name: "always", because: "x", conditions: { all: [] }, event: { type: "target", params: { hours: 1 } } }];
    const added = scaffoldRule(file({ ...samplePolicy, rules, conditions: {}, parameters: {} }), stage, {
      name: "vip",
      fact: "customer.vip",
    });
    if (!("text" in added)) throw new Error("no text");
    expect((JSON.parse(added.text) as { rules: object[] }).rules[0]).toMatchObject({ name: "vip", priority: 11 });
  });

  it("says why a file can't take a rule", () => {
    expect(scaffoldRule(file("{"), stage, { name: "r" })).toMatchObject({ findings: [{ code: "json_syntax" }] });
    expect(scaffoldRule(file({ policy: "a" }), stage, { name: "r" })).toMatchObject({
      findings: [{ code: "policy_invalid" }, {}, {}, {}, {}],
    });
    expect(scaffoldRule(file(samplePolicy), stage, { name: "email" })).toMatchObject({ findings: [{ code: "rule_name_twice", line: 1 }] });
  });
});

describe("scaffoldTests", () => {
  it("adds to the tests that are there, under names of their own, and tells what can't be shown", () => {
    const never = {
      name: "never",
      conditions: { all: [{ any: [] }, { not: { any: [] } }] },
      event: { type: "target", params: { hours: 9 } },
    };
    const policy = file({ ...samplePolicy, rules: [...samplePolicy.rules, never] });
    const before = '{ "policy": "sample/targets", "tests": [{ "name": "email decides", "given": { "facts": {} }, "because": [] }] }';
    const tests = scaffoldTests(policy, stage, { rules: ["email", "never"], before });
    expect(tests).toMatchObject({ added: ["email decides (2)"], open: ["never"] });
    const table = scaffoldTests(policy, stage, { table: "all", schema: "x" });
    if (!("text" in table)) throw new Error("no text");
    expect(JSON.parse(table.text)).toMatchObject({ $schema: "x", tests: [{ name: "all", rows: [{}, {}, {}, { name: "no rule fires" }] }] });
    expect(scaffoldTests(policy, stage, { table: "none", rules: ["never"] })).toMatchObject({ added: [] });
  });

  it("says what is wrong with the policy", () => {
    expect(scaffoldTests(file({ ...samplePolicy, decision: "target" }), stage)).toMatchObject({ findings: [{ code: "decision_unknown" }] });
  });
});

it("scaffoldPolicy takes what it is told", () => {
  const text = scaffoldPolicy(stage, { policy: "a/b", decision: "targets", decide: "all", name: "mine", fact: "order.total", schema: "s" });
  expect(JSON.parse(text)).toMatchObject({
    $schema: "s",
    decide: "all",
    currency: expect.any(String) as string,
    rules: [{ name: "mine" }],
  });
});
