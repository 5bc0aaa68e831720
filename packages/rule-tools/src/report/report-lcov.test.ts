import { describe, expect, it } from "vitest";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { hostileRun } from "../testing/hostile-run.js";
import { policyFile, samplePolicy, stages, testFile } from "../testing/sample-stage.js";
import { reportLcov } from "./report-lcov.js";

/** Reads a tracefile strictly, as geninfo describes it, and checks its sums. */
function read(text: string) {
  const records = text.split(/^end_of_record\n/m);
  expect(records.pop()).toBe("");
  return records.map((record) => {
    const lines = record.trimEnd().split("\n");
    const of = (key: string) => lines.filter((line) => line.startsWith(`${key}:`)).map((line) => line.slice(key.length + 1));
    const known = /^(TN:|SF:.+|FN:\d+,.+|FNDA:\d+,.+|FN[FH]:\d+|BRDA:\d+,\d+,\d+,(-|\d+)|BR[FH]:\d+|DA:\d+,\d+|L[FH]:\d+)$/;
    expect(lines.filter((line) => !known.test(line))).toEqual([]);
    const hits = (entries: readonly string[]) => entries.filter((entry) => !/,(0|-)$/.test(entry)).length;
    expect([of("LF"), of("LH")]).toEqual([[String(of("DA").length)], [String(hits(of("DA")))]]);
    expect([of("BRF"), of("BRH")]).toEqual([[String(of("BRDA").length)], [String(hits(of("BRDA")))]]);
    expect([of("FNF"), of("FNH")]).toEqual([
      [String(of("FN").length)],
      [String(of("FNDA").filter((entry) => !entry.startsWith("0,")).length)],
    ]);
    expect(of("FNDA").map((entry) => entry.slice(entry.indexOf(",") + 1))).toEqual(
      of("FN").map((entry) => entry.slice(entry.indexOf(",") + 1)),
    );
    expect(new Set(of("DA").map((entry) => entry.split(",")[0])).size).toBe(of("DA").length);
    return { file: of("SF")[0], functions: of("FN"), calls: of("FNDA"), branches: of("BRDA"), lines: of("DA") };
  });
}

describe("reportLcov", () => {
  it("counts rules as functions and both sides of a comparison as branches", () => {
    const tests = [{ name: "mail", given: { facts: { "ticket.channel": "email" } }, because: ["email"] }];
    const [record] = read(reportLcov(runPolicyTests({ policies: [policyFile()], tests: [testFile(tests)], stages }).coverage));
    expect(record?.file).toBe("sample.policy.json");
    expect(record?.calls).toEqual(["0,vip-late", "1,email", "0,dear-order"]);
    expect(record?.branches).toHaveLength(12);
    // The channel was e-mail, and whether the customer's orders are known was asked and answered.
    expect(record?.branches.filter((entry) => entry.endsWith(",1"))).toHaveLength(2);
    // A comparison that only met absent facts was looked at, and neither side of it was taken.
    expect(record?.branches.filter((entry) => entry.endsWith(",-"))).toEqual([]);
  });

  it("tells rules of one line and one name apart, and keeps hostile names on their line", () => {
    const [rule] = samplePolicy.rules;
    const text = JSON.stringify({ ...samplePolicy, rules: [{ ...rule, name: "a\nend_of_record" }] });
    const run = runPolicyTests({ policies: [{ path: "one\nline.policy.json", text }], tests: [], stages });
    const [record] = read(reportLcov(run.coverage));
    expect(record?.file).toBe("one\\nline.policy.json");
    expect(record?.functions).toEqual(["1,a\\nend_of_record"]);
    expect(record?.lines).toHaveLength(1);
    expect(read(reportLcov(hostileRun(["x", "y", "z"]).run.coverage))).toHaveLength(1);
  });
});
