import { describe, expect, it } from "vitest";
import { formatCoverage } from "../report/format-coverage.js";
import { runPolicyTests } from "../run/run-policy-tests.js";
import type { RunCase } from "../run/run-case-test.js";
import { policyFile, sampleStage, stages, testFile } from "../testing/sample-stage.js";

const cover = (tests: readonly object[], runCase?: RunCase) => {
  const run = runPolicyTests({ policies: [policyFile()], tests: [testFile(tests)], stages, ...(runCase === undefined ? {} : { runCase }) });
  expect(run.findings).toEqual([]);
  return run.coverage;
};
const facts = (given: object, because: string[] = []) => ({ name: JSON.stringify(given), given: { facts: given }, because });
const at = "2026-03-03T15:00:00Z";
const caseFile = { now: at, ticket: { channel: "email", createdAt: at }, customer: { vip: true, orders: 2 } };

describe("coverage", () => {
  it("starts at nothing", () => {
    const { percent, total, covered, untestedRules, policies } = cover([]);
    // Three rules, and six comparisons twice each; the shared one counts once.
    expect([percent, covered, total]).toEqual([0, 0, 15]);
    expect(untestedRules).toEqual(["sample/targets/vip-late", "sample/targets/email", "sample/targets/dear-order"]);
    expect(policies[0]).toMatchObject({ policy: "sample/targets", file: "sample.policy.json", tests: 0 });
  });

  it("counts rules that fire, and comparisons seen true and seen false", () => {
    const [policy] = cover([facts({ "ticket.channel": "email", "customer.vip": false }, ["email"]), facts({ "ticket.channel": "live_chat", "customer.vip": true, "shipment.daysInTransit": 45 }, ["vip-late"])]).policies;
    const count = (path: string) => [...(policy?.rules ?? []).flatMap(({ conditions }) => conditions), ...(policy?.shared ?? [])].find((each) => each.path === path);
    expect(count("rules[1].conditions.all[0]")).toMatchObject({ fact: "ticket.channel", seenTrue: 1, seenFalse: 1, absent: 0 });
    expect(count("conditions.vip.all[0]")).toMatchObject({ seenTrue: 1, seenFalse: 1 });
    expect(count("rules[0].conditions.all[1]")).toMatchObject({ seenTrue: 1, seenFalse: 0, absent: 1 });
    expect(policy?.rules.map(({ rule, fired, decided }) => [rule, fired, decided])).toEqual([
      ["vip-late", 1, 1],
      ["email", 1, 1],
      ["dear-order", 0, 0],
    ]);
    expect(policy?.untestedRules).toEqual(["dear-order"]);
    expect([policy?.covered, policy?.percent]).toEqual([8, 53]);
  });

  it("tells a rule that only ever lost", () => {
    const coverage = cover([facts({ "ticket.channel": "email", "customer.vip": true, "shipment.daysInTransit": 45 }, ["vip-late"])]);
    expect(coverage.policies[0]?.rules[1]).toMatchObject({ rule: "email", fired: 1, decided: 0 });
    expect(formatCoverage(coverage)).toContain("fires and always loses: email");
  });

  it("counts where only dates kept a rule from firing", () => {
    const dear = { "order.total": 200, "ticket.createdAt": "2025-01-01T00:00:00Z" };
    expect(cover([facts(dear)]).policies[0]?.rules[2]).toMatchObject({ fired: 0, outOfForce: 1 });
    expect(cover([facts({ ...dear, "ticket.createdAt": at }, ["dear-order"])]).policies[0]?.rules[2]).toMatchObject({ fired: 1, outOfForce: 0 });
    expect(cover([]).policies[0]?.rules[1]).not.toHaveProperty("outOfForce");
  });

  it("reaches 100 percent where everything was seen", () => {
    const tests = [
      facts({ "ticket.channel": "email", "customer.vip": true, "shipment.daysInTransit": 45 }, ["vip-late"]),
      facts({ "ticket.channel": "email", "customer.vip": false, "shipment.daysInTransit": 1 }, ["email"]),
      facts({ "ticket.channel": "live_chat", "order.total": 101, "sample.doubled": 2, "ticket.createdAt": at }, ["dear-order"]),
      facts({ "ticket.channel": "live_chat", "order.total": 99, "sample.doubled": 12, "ticket.createdAt": at }, ["dear-order"]),
    ];
    expect(cover(tests)).toMatchObject({ percent: 100, covered: 15, total: 15, untestedRules: [] });
  });

  it("sees what the policy saw of a case, with and without the desk", () => {
    const test = { name: "case", given: { case: caseFile }, because: ["email"] };
    const alone = cover([test]);
    expect(alone.policies[0]?.rules[1]).toMatchObject({ fired: 1, decided: 1 });
    expect(alone.policies[0]?.tests).toBe(1);
    expect(cover([test], (given) => ({ ...given, sla: sampleStage.run(given) }))).toEqual(alone);
  });

  it("doesn't count a case that the desk decided in a way it can't follow", () => {
    const test = { name: "case", given: { case: caseFile }, because: ["email"] };
    const coverage = cover([test], (given) => ({ ...given, sla: { ...sampleStage.run(given), offHours: true } }));
    expect(coverage.policies[0]).toMatchObject({ covered: 0, tests: 0, uncounted: ['the desk decided "sla" with more than the case holds'] });
    const clock = { name: "case", given: { case: { ...caseFile, now: null } }, because: ["email"] };
    expect(cover([clock], (given) => ({ ...given, sla: sampleStage.run(given, undefined, { now: 0 }) })).policies[0]?.uncounted).toHaveLength(1);
  });

  it("leaves tests still to do out", () => {
    expect(cover([{ ...facts({ "ticket.channel": "email" }, ["email"]), todo: "later" }]).covered).toBe(0);
  });
});
