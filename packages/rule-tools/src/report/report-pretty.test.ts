import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { hostileRun, hostileText } from "../testing/hostile-run.js";
import { policyFile, stages, testFile } from "../testing/sample-stage.js";
import type { ReportOptions } from "./report-options.js";
import { reportPretty } from "./report-pretty.js";

const report = (tests: readonly object[], options: ReportOptions = {}) => {
  const files = [policyFile(), testFile(tests)] as const;
  return reportPretty(runPolicyTests({ policies: [files[0]], tests: [files[1]], stages }), { files, ...options });
};
const mail = { name: "mail", given: { facts: { "ticket.channel": "email" } }, because: ["email"] };

describe("reportPretty", () => {
  it("counts what passed, and shows what failed with the difference and what the conditions saw", () => {
    const text = report([
      mail,
      { name: "chat", given: { facts: { "ticket.channel": "live_chat" } }, expect: { events: [{ type: "target" }] }, because: ["email"] },
      { name: "slow", given: { facts: { "ticket.channel": "email" } }, expect: { events: [{ params: { hours: 3 } }], total: null } },
      { name: "later", todo: "a rule to come", given: { facts: { "ticket.channel": "email" } }, because: ["email"] },
      { name: "never", todo: "a rule to come", given: { facts: {} }, because: ["email"] },
      { ...mail, name: "looked at", review: "is that right?" },
    ]);
    const begins = [
      "✗ sample/targets  2 passed, 2 failed",
      "  ✗ chat  sample.test.json:15:5",
      "      events",
      '        - expected {"type":"target"}',
      "        + got []",
      "      because",
      '        - rule "email" did not decide',
      "      decided by: no rule",
      '      "email" did not fire:',
      '        ✘ ticket.channel equal "email"  it is "live_chat"',
      "  ✗ slow  sample.test.json:33:5",
      "      events[0].params.hours",
      "        - expected 3",
      "        + got 2",
      "      decided by: email",
      '      "email" fired:',
      '        ✔ ticket.channel equal "email"  it is "email"',
    ];
    expect(text.split("\n").slice(0, begins.length)).toEqual(begins);
    expect(text).toContain(
      '  … later (to do: a rule to come; it holds by now: remove "todo")\n  … never (to do: a rule to come)\n  ✓ looked at (to review)',
    );
    expect(text).toMatch(/\n\n2 passed, 2 failed, 2 to do, 1 to review\n$/);
  });

  it("shows the nearest rules where the test names none, and says what is absent or out of force", () => {
    const facts = { "order.total": 200, "ticket.createdAt": "2025-01-01T00:00:00Z" };
    const text = report([{ name: "dear", given: { facts }, expect: { events: [{ type: "target" }] } }]);
    expect(text).toContain('"dear-order" did not fire: its dates leave it out of force');
    expect(text).toContain('✘ ticket.channel equal "email"  it is absent');
    expect(text).toContain("✔ order.total greaterThan 100");
  });

  it("begins with what is wrong in the files", () => {
    const text = report([{ name: "mail", given: { facts: {} }, because: ["emails"] }]);
    expect(text).toMatch(/^sample\.test\.json:10:9 .*the policy has no rule "emails"/);
    expect(text).toMatch(/0 passed, 1 failed, 1 finding in the files\n$/);
  });

  it("adds coverage, complaints and every test when asked", () => {
    const text = report([mail], { coverage: true, complaints: ["too little"], verbose: true });
    expect(text).toContain("  ✓ mail\n");
    expect(text).toContain(
      "coverage\n  sample/targets: 20 % (rules fired: 1 of 3, sides of conditions seen: 2 of 12)\n    never fires: vip-late  sample.policy.json:",
    );
    expect(text).toContain('    never false: ticket.channel equal "email"  sample.policy.json:');
    expect(text).toContain("    only absent: customer.vip equal true  sample.policy.json:");
    expect(text).toContain("  all policies: 20 % (rules fired: 1 of 3, sides of conditions seen: 2 of 12)\n\ntoo little\n1 passed");
    expect(report([mail])).not.toContain("✓ mail");
  });

  it("says what was left out and where it stopped", () => {
    const files = {
      policies: [policyFile()],
      tests: [
        testFile([
          { ...mail, because: [] },
          { ...mail, name: "b", because: [] },
          { ...mail, name: "c" },
        ]),
      ],
    };
    const run = runPolicyTests({ ...files, stages, bail: 1, select: ({ name }) => name !== "c" });
    expect(reportPretty(run)).toMatch(/0 passed, 1 failed, 1 not selected, stopped early\n$/);
  });

  it("lets no name steer the terminal", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        const { run } = hostileRun(texts);
        const text = reportPretty({ ...run, findings: [] }, { verbose: true, complaints: texts, coverage: true });
        expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  });
});
