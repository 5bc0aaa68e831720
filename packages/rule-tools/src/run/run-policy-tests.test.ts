import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { policyFile, samplePolicy, sampleStage, stages, testFile } from "../testing/sample-stage.js";
import type { RunCase } from "./run-case-test.js";
import { runPolicyTests } from "./run-policy-tests.js";

const run = (tests: readonly object[], more: { runCase?: RunCase; policy?: object } = {}) =>
  runPolicyTests({
    policies: [policyFile(more.policy)],
    tests: [testFile(tests)],
    stages,
    ...(more.runCase === undefined ? {} : { runCase: more.runCase }),
  });

const only = (test: object, more: { runCase?: RunCase; policy?: object } = {}) => {
  const { results, findings } = run([{ name: "it", ...test }], more);
  expect(findings).toEqual([]);
  return results[0];
};

const at = "2026-03-03T15:00:00Z";
const caseFile = {
  ticket: { channel: "email", createdAt: at },
  customer: { vip: true, orders: 6 },
  shipment: { shippedAt: "2026-01-01T00:00:00Z" },
};

describe("facts", () => {
  it("decides by the policy alone", () => {
    const result = only({
      given: { facts: { "ticket.channel": "email" } },
      expect: { events: [{ type: "target", params: { hours: 2 } }] },
      because: ["email"],
    });
    expect(result).toMatchObject({ status: "passed", kind: "facts", rules: ["email"], differences: [], file: "sample.test.json" });
    expect(result?.seen).toBeUndefined();
  });

  it("reads the clock, money as a number, instants of any offset and nulls as absent", () => {
    const dated = { "order.total": 120, "ticket.createdAt": "2026-01-01T01:00:00+02:00", "customer.vip": null };
    expect(only({ given: { facts: dated }, expect: { events: [], missing: ["customer.vip", "ticket.channel"] } })?.status).toBe("passed");
    const later = { ...dated, "ticket.createdAt": "2026-01-01T03:00:00+02:00" };
    expect(only({ given: { facts: later }, because: ["dear-order"] })?.status).toBe("passed");
    const now = {
      rules: [{ ...samplePolicy.rules[1], conditions: { all: [{ fact: "now", operator: "equal", value: "2026-03-03T15:00:00Z" }] } }],
    };
    expect(only({ at: "2026-03-03T16:00:00.900+01:00", given: { facts: {} }, because: ["email"] }, { policy: now })?.status).toBe("passed");
  });

  it("says what differs, what decided and what each condition saw", () => {
    const result = only({
      given: { facts: { "ticket.channel": "live_chat", "customer.vip": true } },
      expect: { events: [{ params: { hours: 2 } }] },
      because: ["email"],
    });
    expect(result).toMatchObject({ status: "failed", rules: [] });
    expect(result?.differences.map(({ path }) => path)).toEqual(["events", "because"]);
    expect(result?.seen).toEqual([
      {
        rule: "email",
        fired: false,
        conditions: [{ fact: "ticket.channel", operator: "equal", expected: "email", observed: "live_chat", negated: false, suits: false }],
      },
    ]);
  });

  it("takes because as the exact set", () => {
    const result = only({ given: { facts: { "ticket.channel": "email" } }, because: [] });
    expect(result?.differences).toEqual([{ path: "because", kind: "unexpected", actual: "email", message: 'rule "email" decided too' }]);
  });

  it("tells losers from winners", () => {
    const facts = { "ticket.channel": "email", "customer.vip": true, "shipment.daysInTransit": 45 };
    expect(only({ given: { facts }, expect: { lost: ["email"] }, because: ["vip-late"], exact: true })?.status).toBe("passed");
  });

  it("adds up under sum", () => {
    const policy = { decide: "sum", rules: [{ ...samplePolicy.rules[1], event: { type: "target", params: { hours: 1 } } }] };
    expect(only({ given: { facts: { "ticket.channel": "email" } }, expect: { total: 0 } }, { policy })?.status).toBe("passed");
  });
});

describe("cases", () => {
  it("goes through the policy's own stage where no desk is given", () => {
    const result = only({ at, given: { case: caseFile }, expect: { sla: { firstResponse: { within: "PT1H" } } }, because: ["vip-late"] });
    expect(result).toMatchObject({ status: "passed", kind: "case", rules: ["sample/targets/vip-late"] });
  });

  it("uses the policies as given, not the standard ones", () => {
    const policy = { parameters: { ...samplePolicy.parameters, longDays: 400 } };
    expect(
      only({ at, given: { case: caseFile }, expect: { sla: { firstResponse: { within: "PT2H" } } }, because: ["email"] }, { policy })
        ?.status,
    ).toBe("passed");
  });

  it("asks given policies before the standard ones", () => {
    const policy = { policy: "own/targets", rules: [{ ...samplePolicy.rules[1], event: { type: "target", params: { hours: 9 } } }] };
    const { results } = runPolicyTests({
      policies: [policyFile(policy)],
      tests: [
        {
          path: "own.test.json",
          text: JSON.stringify({
            policy: "own/targets",
            tests: [{ name: "own", at, given: { case: caseFile }, expect: { sla: { firstResponse: { within: "PT9H" } } } }],
          }),
        },
      ],
      stages,
    });
    expect(results[0]).toMatchObject({ status: "passed", rules: ["own/targets/email"] });
  });

  it("goes through the desk, up to the stage of the policy", () => {
    const asked: unknown[] = [];
    const runCase: RunCase = (given, { stopAfter }) => {
      asked.push(given.now, stopAfter);
      return { ...given, sla: sampleStage.run(given) };
    };
    const result = only({ at, given: { case: caseFile }, because: ["email"] }, { runCase });
    expect(asked).toEqual([at, "sla"]);
    expect(result?.differences).toEqual([{ path: "because", kind: "missing", expected: "email", message: 'rule "email" did not decide' }]);
  });

  it("fails with the reason where the case can't be decided", () => {
    expect(only({ given: { case: caseFile }, because: ["email"] })).toMatchObject({
      status: "failed",
      error: expect.stringContaining("what time it is") as string,
    });
    const faxed = only({ at, given: { case: { ticket: { channel: "fax" } } }, because: ["email"] })?.error;
    expect(faxed).toMatch(/^sample\.test\.json:10:24 case_value_invalid: .*ticket\.channel/s);
  });
});

describe("messages", () => {
  const message = { at, given: { message: "Where is my order?" }, expect: { language: { code: "en" } } };
  const understood = { language: { code: "en" } } as const;

  it("becomes a ticket that goes through the desk", () => {
    const seen: CaseFile[] = [];
    const runCase: RunCase = (given) => {
      seen.push(given);
      return { ...given, ...understood } as CaseFile;
    };
    expect(only(message, { runCase })?.status).toBe("passed");
    expect(seen[0]).toEqual({ now: at, ticket: { channel: "email", text: "Where is my order?", createdAt: at } });
    only({ ...message, given: { message: "Hello", channel: "live_chat" } }, { runCase });
    expect(seen[1]?.ticket?.channel).toBe("live_chat");
  });

  it("fails where no desk is given", () => {
    expect(only(message)?.error).toContain("needs the whole desk");
  });
});

describe("tests still to do", () => {
  it("never fail, and say when they hold", () => {
    const { results, summary } = run([
      { name: "a", todo: "next week", given: { facts: { "ticket.channel": "live_chat" } }, because: ["email"] },
      { name: "b", todo: "done?", given: { facts: { "ticket.channel": "email" } }, because: ["email"] },
      { name: "c", todo: "a rule to come", given: { facts: { "new.fact": 1 } }, because: ["new-rule"] },
      { name: "d", todo: "a clock to come", given: { case: caseFile }, because: ["email"] },
    ]);
    expect(results.map(({ status, holds }) => [status, holds])).toEqual([
      ["todo", false],
      ["todo", true],
      ["todo", false],
      ["todo", false],
    ]);
    expect(summary).toEqual({ passed: 0, failed: 0, todo: 4, review: 0, unselected: 0 });
  });
});

describe("files", () => {
  it("fails the tests of a policy that can't be loaded", () => {
    const { results, findings } = run([{ name: "it", given: { facts: {} }, because: [] }], { policy: { decision: "targts" } });
    expect(findings.map(({ code }) => code)).toEqual(["decision_unknown"]);
    expect(results[0]).toMatchObject({ status: "failed", error: "the policy can't be loaded" });
  });

  it("finds unknown policies, rules, facts, words and expectations, each at its place", () => {
    const { findings, results } = runPolicyTests({
      policies: [policyFile()],
      tests: [
        testFile([
          { name: "rule", given: { facts: {} }, because: ["emails"] },
          { name: "fact", given: { facts: { "ticket.chanel": "email" } }, because: [] },
          { name: "word", given: { facts: { "ticket.channel": "emai" } }, because: [] },
          { name: "type", given: { facts: { "customer.orders": "6" } }, because: [] },
          { name: "key", given: { facts: {} }, expect: { event: [] }, because: [] },
          { name: "table", given: { facts: { "ticket.chanel": 1 } }, because: [], rows: [{ name: "a" }, { name: "b" }] },
        ]),
        { path: "other.test.json", text: JSON.stringify({ policy: "sample/target", tests: [] }) },
      ],
      stages,
    });
    expect(findings.map(({ code, fix, file }) => [code, fix, file])).toEqual([
      ["rule_unknown", 'did you mean "email"?', "sample.test.json"],
      ["fact_unknown", 'did you mean "ticket.channel"?', "sample.test.json"],
      ["fact_value_invalid", 'did you mean "email"?', "sample.test.json"],
      ["fact_value_invalid", undefined, "sample.test.json"],
      ["expectation_unknown", 'did you mean "events"?', "sample.test.json"],
      ["fact_unknown", 'did you mean "ticket.channel"?', "sample.test.json"],
      ["policy_unknown", 'did you mean "sample/targets"?', "other.test.json"],
    ]);
    expect(findings.every(({ line, column }) => line !== undefined && column !== undefined)).toBe(true);
    expect(results).toHaveLength(7);
  });
});

describe("a run of several files", () => {
  const mail = (name: string, because: string[]) => ({ name, given: { facts: { "ticket.channel": "email" } }, because });
  const files = [
    testFile([mail("a", ["email"]), mail("b", [])], "1.test.json"),
    testFile([mail("c", []), mail("d", [])], "2.test.json"),
    testFile([{ ...mail("e", ["email"]), given: { facts: { "ticket.channel": "email", "customer.vip": false } } }], "3.test.json"),
  ];
  const runAll = (more: object = {}) => runPolicyTests({ policies: [policyFile()], tests: files, stages, ...more });

  it("stops after so many failures", () => {
    const names = (bail: number) => {
      const { results, bailed } = runAll({ bail });
      return [results.map(({ name }) => name).join(""), bailed];
    };
    expect([names(1), names(2), names(3), names(4)]).toEqual([
      ["ab", true],
      ["abc", true],
      ["abcd", true],
      ["abcde", false],
    ]);
  });

  it("runs what is selected and counts the rest", () => {
    const { results, summary, bailed } = runAll({ select: ({ name }: { name: string }) => name < "c" });
    expect([results.map(({ name }) => name), summary.unselected, bailed]).toEqual([["a", "b"], 3, false]);
  });

  it("covers the same in one file as in several", () => {
    const tests = files.flatMap(({ text }) => (JSON.parse(text) as { tests: object[] }).tests);
    const one = runPolicyTests({ policies: [policyFile()], tests: [testFile(tests)], stages });
    expect(runAll().coverage).toEqual(one.coverage);
    expect(one.coverage.conditions).toEqual({ covered: 3, total: 12, percent: 25 });
  });
});

describe("a test to review", () => {
  it("runs as any other and is counted", () => {
    const { results, summary } = run([
      { name: "a", review: "look", given: { facts: { "ticket.channel": "email" } }, because: ["email"] },
      { name: "b", review: "look", given: { facts: { "ticket.channel": "email" } }, because: [] },
    ]);
    expect(results.map(({ status, review }) => [status, review])).toEqual([
      ["passed", "look"],
      ["failed", "look"],
    ]);
    expect(summary).toEqual({ passed: 1, failed: 1, todo: 0, review: 2, unselected: 0 });
  });
});
