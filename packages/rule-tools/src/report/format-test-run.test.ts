import { describe, expect, it } from "vitest";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { policyFile, stages, testFile } from "../testing/sample-stage.js";
import { formatTestRun } from "./format-test-run.js";

const format = (tests: readonly object[], coverage = false) => {
  const files = [policyFile(), testFile(tests)] as const;
  return formatTestRun(runPolicyTests({ policies: [files[0]], tests: [files[1]], stages }), { files, coverage });
};

describe("formatTestRun", () => {
  it("lists what passed, what is to do and what failed, with the reason", () => {
    const text = format([
      { name: "mail", given: { facts: { "ticket.channel": "email" } }, because: ["email"] },
      { name: "chat", given: { facts: { "ticket.channel": "live_chat" } }, expect: { events: [{ type: "target" }] }, because: ["email"] },
      { name: "later", todo: "a rule to come", given: { facts: { "ticket.channel": "email" } }, because: ["email"] },
      { name: "never", todo: "a rule to come", given: { facts: {} }, because: ["email"] },
      { name: "message", at: "2026-03-03T15:00:00Z", given: { message: "Hello" }, expect: {} },
    ]);
    expect(text).toBe(
      [
        "sample/targets",
        "  ✓ mail",
        "  ✗ chat  sample.test.json:15:5",
        '      events: {"type":"target"} is not in the list',
        '      rule "email" did not decide',
        "      decided by: no rule",
        '      "email" did not fire:',
        '        ticket.channel equal "email": it is "live_chat"',
        "  … later (to do: a rule to come; it holds by now)",
        "  … never (to do: a rule to come)",
        "  ✗ message  sample.test.json:55:5",
        "      a message needs the whole desk, and only single stages are at hand",
        "",
        "1 passed, 2 failed, 2 to do",
      ].join("\n"),
    );
  });

  it("shows the nearest rules where the test names none, and says what is absent or out of force", () => {
    const text = format([
      {
        name: "dear",
        given: { facts: { "order.total": 200, "ticket.createdAt": "2025-01-01T00:00:00Z" } },
        expect: { events: [{ type: "target" }] },
      },
    ]);
    expect(text).toContain('"dear-order" did not fire: its dates leave it out of force');
    expect(text).toContain('ticket.channel equal "email": it is absent');
    expect(text).toContain("shipment.daysInTransit greaterThanInclusive 45: it is absent");
  });

  it("begins with what is wrong in the files", () => {
    const text = format([{ name: "mail", given: { facts: {} }, because: ["emails"] }]);
    expect(text).toMatch(/^sample\.test\.json:\d+:\d+ rule_unknown: the policy has no rule "emails"/);
    expect(text).toContain('  10 |         "emails"\n     |         ^');
    expect(text).toMatch(/0 passed, 1 failed, 1 finding in the files$/);
  });

  it("adds coverage when asked", () => {
    const text = format([{ name: "mail", given: { facts: { "ticket.channel": "email" } }, because: ["email"] }], true);
    expect(text).toContain("coverage\n  sample/targets: 20 % (3 of 15)\n    never fires: vip-late  sample.policy.json:");
    expect(text).toContain('    never false: ticket.channel equal "email"  sample.policy.json:');
    expect(text).toContain("    only absent: customer.vip equal true  sample.policy.json:");
    expect(text).toContain("  all policies: 20 % (3 of 15)");
    expect(format([], true)).toContain("  sample/targets: no test\n");
  });
});
