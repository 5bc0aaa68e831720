import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { withKey, type AnyStage } from "@amends/core/stage";
import { describe, expect, it } from "vitest";
import { samplePolicy, stages } from "../testing/sample-stage.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { explainCase } from "./explain-case.js";
import { explainTest } from "./explain-test.js";
import { formatDecisions } from "./format-explanation.js";

const caseFile = {
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "live_chat", text: "?", createdAt: "2026-03-03T15:00:00Z" },
  customer: { vip: true, orders: 2 },
  shipment: { shippedAt: "2026-02-01T15:00:00Z" },
} as CaseFile;
const runCase = (given: CaseFile, recorded: readonly AnyStage[]) =>
  recorded.reduce((current, stage) => withKey(current, stage.writes, stage.run(current)), given);

describe("a case", () => {
  it("is explained with the facts its policies saw, as it was decided", () => {
    const explained = explainCase(caseFile, { stages, runCase });
    expect(explained.caseFile).toEqual(runCase(caseFile, stages));
    expect(explained.decisions).toMatchObject([{ stage: "sla", decision: "targets", times: 1, decided: [] }]);
    const [late] = explained.decisions[0]?.policies[0]?.missed ?? [];
    expect(late).toMatchObject({ rule: "vip-late", changes: [{ fact: "shipment.daysInTransit", observed: 30, unit: "days" }] });
  });

  it("shows what was picked out, and counts what was asked twice", () => {
    const picked = (filter: object) => explainCase(caseFile, { stages, runCase, ...filter }).decisions.length;
    expect([
      picked({ stage: "sla" }),
      picked({ decision: "targets" }),
      picked({ policy: "sample/targets" }),
      picked({ rule: "email" }),
    ]).toEqual([1, 1, 1, 1]);
    expect([picked({ stage: "x" }), picked({ decision: "x" }), picked({ policy: "x" }), picked({ rule: "x" })]).toEqual([0, 0, 0, 0]);
    const twice = explainCase(caseFile, { stages, runCase: (given, recorded) => runCase(runCase(given, recorded), recorded), nearest: 0 });
    expect(twice.decisions).toMatchObject([{ times: 2 }]);
    expect(formatDecisions(twice.decisions)).toContain("sla: targets (asked 2 times)\n");
    expect(formatDecisions(twice.decisions, { language: "zh" })).toContain("（询问 2 次）");
  });

  it("says which rule of another policy one lost to", () => {
    const own = { ...samplePolicy, policy: "shop/first", rules: [{ ...samplePolicy.rules[1], name: "mine" }] } as unknown as Policy;
    const policies = [own, samplePolicy as unknown as Policy];
    const mail = { ...caseFile, ticket: { ...caseFile.ticket, channel: "email" } } as CaseFile;
    const withOwn = (given: CaseFile, [stage]: readonly AnyStage[]) =>
      stage === undefined ? given : withKey(given, stage.writes, stage.run(given, policies));
    const [decision] = explainCase(mail, { stages, runCase: withOwn }).decisions;
    expect(decision?.decided).toEqual(["shop/first/mine"]);
    expect(decision?.policies[1]?.fired).toMatchObject([{ rule: "email", lostTo: { rule: "shop/first/mine", by: "order" } }]);
  });
});

describe("a test", () => {
  const head = { file: "x.test.json", policy: "sample/targets", name: "x", line: 1, column: 1, path: [], exact: false };
  const policy = samplePolicy as unknown as Policy;
  const explain = (test: Partial<PolicyTest>) => explainTest({ ...head, ...test } as PolicyTest, policy, { stages, runCase });

  it("of facts is decided by the policy alone", () => {
    const facts = { "customer.vip": true, "shipment.daysInTransit": 50 };
    expect(explain({ input: { kind: "facts", facts } }).decisions).toMatchObject([{ decided: ["sample/targets/vip-late"] }]);
  });

  it("of a case or a message goes through the stages", () => {
    const at = "2026-03-03T15:00:00Z";
    expect(explain({ at, input: { kind: "case", caseFile } }).caseFile).toMatchObject({ now: at, ticket: { channel: "live_chat" } });
    const message = explain({ at, input: { kind: "message", text: "hello", channel: "email" } });
    expect(message.decisions).toMatchObject([{ decided: ["sample/targets/email"] }]);
  });
});
