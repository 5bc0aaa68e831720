import { describe, expect, it } from "vitest";
import { policyFile, stages } from "../testing/sample-stage.js";
import { lintPolicies } from "./lint-policies.js";

const leaf = (operator: string, value: unknown = "email", fact = "ticket.channel") => ({ fact, operator, value });
const isPresent = (value = true) => leaf("isPresent", value);
const found = (conditions: object, shared: object = {}) =>
  lintPolicies([policyFile({ conditions: shared, rules: [{ name: "a", conditions, event: { type: "target", params: { hours: 1 } } }] })], {
    stages,
  })
    .filter(({ code }) => code === "absent-fact-negated")
    .map(({ path }) => path);
const root = "rules[0].conditions";

describe("negated tests of facts that may be absent", () => {
  it.each<[string, object]>([
    [`${root}.all[0]`, { all: [leaf("notEqual")] }],
    [`${root}.all[0]`, { all: [leaf("notIn", ["email"])] }],
    [`${root}.not`, { not: leaf("doesNotContain", "b2b", "ticket.tags") }],
    [`${root}.all[0]`, { all: [leaf("not:contains", "b2b", "ticket.tags")] }],
    [`${root}.all[0]`, { all: [leaf("not:equal")] }],
    [`${root}.all[0]`, { all: [leaf("swap:not:equal")] }],
    [`${root}.not`, { not: leaf("equal") }],
    [`${root}.any[0]`, { any: [leaf("notEqual"), isPresent()] }],
    [`${root}.all[0]`, { all: [leaf("notEqual"), { any: [isPresent(), leaf("equal", true, "customer.vip")] }] }],
    [`${root}.all[0]`, { all: [leaf("notEqual"), isPresent(false)] }],
  ])("are found: %s", (path, conditions) => {
    expect(found(conditions)).toEqual([path]);
  });

  it.each<[string, object]>([
    ["where the fact is there", { all: [leaf("notEqual"), isPresent()] }],
    ["where the group around says so", { all: [isPresent(), { any: [leaf("notEqual"), { not: leaf("equal", "phone") }] }] }],
    ["where another test says so", { all: [leaf("notEqual"), leaf("in", ["phone", "email"])] }],
    ["where absence is an alternative", { any: [leaf("notEqual"), isPresent(false)] }],
    ["where absence is an alternative, said the other way", { not: { all: [leaf("equal"), isPresent()] } }],
    ["where two negations meet", { not: { any: [leaf("notEqual")] } }],
    ["where all of it is denied", { not: { any: [leaf("equal"), isPresent(false)] } }],
    ["of the clock", { all: [leaf("notEqual", "2026-03-03T15:00:00Z", "now")] }],
    ["of a parameter", { all: [leaf("notEqual", 3, "parameters.hours")] }],
    ["of a list that must be there", { all: [leaf("doesNotContain", "b2b", "ticket.tags")] }],
    ["of an entry of a list", { all: [leaf("someFact:notEqual", "b2b", "ticket.tags"), leaf("someFact:not:equal", "b2b", "ticket.tags")] }],
    ["that are none", { all: [leaf("equal")] }],
    ["where every alternative beside it says so", { all: [leaf("notEqual"), { any: [leaf("equal", "phone"), leaf("startsWith", "c")] }] }],
    ["where a rule can't fire without it", { all: [{ not: leaf("someValue:notEqual", ["email", "phone"]) }] }],
  ])("are fine %s", (_where, conditions) => {
    expect(found(conditions)).toEqual([]);
  });

  it("show a case that lacks the fact, or none", () => {
    const conditions = { any: [{ fact: "customer.orders", operator: "notEqual", value: { fact: "shipment.transitRatio" } }] };
    const rules = [{ name: "a", conditions, event: { type: "target", params: { hours: 1 } } }];
    const [finding] = lintPolicies([policyFile({ conditions: {}, rules })], { stages }).filter(
      ({ code }) => code === "absent-fact-negated",
    );
    expect(finding?.message).toContain("customer.orders is absent");
    expect(finding?.witness?.facts ?? {}).not.toHaveProperty(["customer.orders"]);
  });

  it("are found once in a shared condition, unless every rule that refers to it takes care", () => {
    const shared = { other: { all: [leaf("notEqual")] } };
    expect(found({ any: [{ condition: "other" }, { not: { not: { condition: "other" } } }] }, shared)).toEqual(["conditions.other.all[0]"]);
    expect(found({ all: [{ condition: "other" }, isPresent()] }, shared)).toEqual([]);
  });
});
