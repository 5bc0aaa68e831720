import { describe, expect, it } from "vitest";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { policyFile, samplePolicy, stages, testFile } from "../testing/sample-stage.js";
import { coverageComplaints } from "./coverage-complaints.js";

const always = { name: "always", conditions: { all: [] }, event: { type: "target", params: { hours: 8 } } };
const complaints = (rules: readonly object[], tests: readonly object[], minimum = 100) => {
  const run = runPolicyTests({ policies: [policyFile({ rules })], tests: [testFile(tests)], stages });
  return coverageComplaints(run.coverage, minimum);
};
const email = { name: "email", given: { facts: { "ticket.channel": "email" } }, because: ["always"] };
const [, byEmail] = samplePolicy.rules;

describe("coverageComplaints", () => {
  it("asks that a rule without conditions is seen to fire, as nothing else of it can be seen", () => {
    expect(complaints([always], [])).toEqual([
      "the tests show 0 % of the sides of conditions, true and false, and of the rules that have none (0 of 3), and 100 % are asked for: never fires: always (sample.policy.json:29); never looked at: customer.vip equal true (sample.policy.json:20)",
    ]);
    expect(complaints([always], [email])[0]).toContain("(1 of 3)");
    expect(complaints([always], [email], 33)).toEqual([]);
  });

  it("counts a rule that has conditions by those alone", () => {
    expect(complaints([byEmail], [{ ...email, because: ["email"] }])[0]).toContain("of the sides of conditions, true and false (1 of 4), and");
    expect(complaints([byEmail, always], [{ ...email, because: ["email"] }], 40)).toEqual([]);
  });
});
