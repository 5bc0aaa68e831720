import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { samplePolicy, stages } from "../testing/sample-stage.js";
import { caseFileJsonSchema } from "./case-file-json-schema.js";
import { policyJsonSchema } from "./policy-json-schema.js";
import { testJsonSchema } from "./test-json-schema.js";

// Strict: a keyword that JSON Schema doesn't know is an error.
const ajv = new Ajv({ strictSchema: true, strictTypes: false, strictRequired: false, allErrors: true, formats: { date: true } });
const stage = stages[0] as (typeof stages)[number];
const schema = policyJsonSchema(stage);
const isPolicy = ajv.compile(schema);
const [first] = samplePolicy.rules;

/** The places where a policy is refused. */
const refusals = (policy: unknown) =>
  isPolicy(policy) ? [] : [...new Set((isPolicy.errors ?? []).map(({ instancePath }) => instancePath))];
const withRule = (rule: object) => ({ ...samplePolicy, rules: [{ ...first, ...rule }] });
const withLeaf = (fact: string, operator: string, value: unknown, more: object = {}) =>
  withRule({ conditions: { all: [{ fact, operator, value, ...more }] } });

describe("the schema of a policy", () => {
  it("says which draft it is and where it is published", () => {
    expect(schema).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: "https://amends.dev/schemas/sla.policy.schema.json",
    });
  });

  it("accepts a policy that loads", () => {
    expect(refusals(samplePolicy)).toEqual([]);
    expect(refusals({ ...samplePolicy, $schema: "x", asOf: ["ticket.createdAt", "now"] })).toEqual([]);
    expect(refusals({ ...samplePolicy, asOf: "shipment.importedAt ?? shippedAt" })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["another stage", { ...samplePolicy, stage: "risk" }, "/stage"],
    ["an unknown decision", { ...samplePolicy, decision: "target" }, "/decision"],
    ["an unknown key", { ...samplePolicy, rule: [] }, ""],
    ["a date that is no instant", { ...samplePolicy, asOf: "customer.vip" }, "/asOf"],
    ["an unknown event", withRule({ event: { type: "targets", params: { hours: 1 } } }), "/rules/0/event/type"],
    ["a wrong param", withRule({ event: { type: "target", params: { hours: "1" } } }), "/rules/0/event/params/hours"],
    ["a param too many", withRule({ event: { type: "target", params: { hours: 1, days: 1 } } }), "/rules/0/event/params"],
    ["params left out", withRule({ event: { type: "target" } }), "/rules/0/event"],
    ["an unknown fact", withLeaf("ticket.chanel", "equal", "email"), "/rules/0/conditions/all/0/fact"],
    ["a word the fact never is", withLeaf("ticket.channel", "equal", "fax"), "/rules/0/conditions/all/0/value"],
    ["such a word in a list", withLeaf("ticket.channel", "in", ["email", "fax"]), "/rules/0/conditions/all/0/value/1"],
    ["a number in quotation marks", withLeaf("customer.orders", "greaterThan", "5"), "/rules/0/conditions/all/0/value"],
    ["presence compared with a word", withLeaf("customer.orders", "isPresent", "yes"), "/rules/0/conditions/all/0/value"],
    [
      "a condition without an operator",
      withRule({ conditions: { all: [{ fact: "customer.vip", value: true }] } }),
      "/rules/0/conditions/all/0",
    ],
    ["a condition of no kind", withRule({ conditions: { every: [] } }), "/rules/0/conditions"],
  ])("refuses %s", (_what, policy, place) => {
    expect(refusals(policy)).toContain(place);
  });

  it("accepts references in place of constants", () => {
    expect(refusals(withLeaf("customer.orders", "greaterThan", { fact: "parameters.longDays" }))).toEqual([]);
    expect(refusals(withLeaf("ticket.channel", "in", [{ fact: "parameters.channel" }, "email"]))).toEqual([]);
    expect(refusals(withRule({ event: { type: "target", params: { hours: { fact: "customer.orders" } } } }))).toEqual([]);
  });

  it("doesn't judge what a path finds, nor what a decorator or a host's operator compares", () => {
    expect(refusals(withLeaf("ticket.channel", "equal", 5, { path: "$.a" }))).toEqual([]);
    expect(refusals(withLeaf("ticket.channel", "not:equal", "fax"))).toEqual([]);
    expect(refusals(withLeaf("ticket.channel", "looksLike", "fax"))).toEqual([]);
  });

  it("tells editors what each fact and param is", () => {
    const text = JSON.stringify(schema);
    expect(text).toContain('{"const":"sample.doubled","description":"Twice the customer\'s orders. (number)","examples":[4]}');
    expect(text).toContain("Whole days from shipping to delivery, or to now. In days. (number)");
    expect(text).toContain('"description":"Hours to answer."');
  });
});

describe("the schema of policy tests", () => {
  const isTest = ajv.compile(testJsonSchema());

  it("accepts every kind of test and refuses unknown keys", () => {
    const tests = [
      {
        name: "a",
        given: { facts: { "ticket.channel": "email" } },
        expect: { events: [] },
        because: ["b"],
        rows: [{ name: "r", given: { facts: {} } }],
      },
      { name: "b", at: "2026-03-03T15:00:00Z", given: { case: {} }, expect: {}, exact: true },
      { name: "c", given: { message: "Hello", channel: "email" }, todo: "later" },
    ];
    expect(isTest({ policy: "sample/targets", tests })).toBe(true);
    expect(isTest({ policy: "sample/targets", tests: [{ name: "a", gvien: {} }] })).toBe(false);
    expect(isTest({ policy: "sample/targets", tests: [{ name: "a", given: { message: "x", channel: "fax" } }] })).toBe(false);
    expect(isTest({ policy: "sample/targets", tests: [{ name: "a", rows: [] }] })).toBe(false);
  });
});

describe("the schema of the case file", () => {
  const isCase = ajv.compile(caseFileJsonSchema());

  it("asks for a ticket or an event", () => {
    expect(isCase({ ticket: { channel: "email", text: "Hello" } })).toBe(true);
    expect(isCase({ event: { kind: "order_paid", at: "2026-03-03T15:00:00Z" } })).toBe(true);
    expect(isCase({ ticket: null })).toBe(false);
    expect(isCase({})).toBe(false);
    expect(isCase({ ticket: { channel: "fax" } })).toBe(false);
  });

  it("takes nulls for what nobody knows, and keys of a host", () => {
    expect(isCase({ ticket: { channel: "email", text: null }, customer: null, host: { id: 1 } })).toBe(true);
  });
});
