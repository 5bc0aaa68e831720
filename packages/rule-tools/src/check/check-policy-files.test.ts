import { describe, expect, it } from "vitest";
import { policyFile, stages } from "../testing/sample-stage.js";
import { checkPolicyFiles } from "./check-policy-files.js";

const check = (...files: { path: string; text: string }[]) =>
  checkPolicyFiles(files, { stages }).map(({ code, file, path, fix }) => [code, file, path, fix]);

describe("checkPolicyFiles", () => {
  it("finds nothing in a policy that loads", () => {
    expect(check(policyFile())).toEqual([]);
  });

  it("finds what is wrong in every file at once", () => {
    expect(
      check(
        { path: "a.json", text: "{" },
        policyFile({ stage: "slaa", policy: "sample/b" }, "b.json"),
        policyFile({ stage: 5, policy: "sample/c" }, "c.json"),
        policyFile({ decision: "target", asOf: "customer.vip", policy: "sample/d" }, "d.json"),
        policyFile({}, "e.json"),
        policyFile({}, "f.json"),
        { path: "g.json", text: "[]" },
      ).map(([code, file, path]) => [code, file, path]),
    ).toEqual([
      ["json_syntax", "a.json", undefined],
      ["stage_unknown", "b.json", "stage"],
      ["policy_invalid", "c.json", "stage"],
      ["decision_unknown", "d.json", "decision"],
      ["fact_unknown", "d.json", "asOf"],
      ["policy_name_twice", "f.json", "policy"],
      ["policy_invalid", "g.json", ""],
    ]);
  });

  it("says what was probably meant, with line and column", () => {
    const [finding] = checkPolicyFiles([policyFile({ stage: "slaa" })], { stages });
    expect(finding).toMatchObject({ code: "stage_unknown", line: 4, column: 12, expected: "one of sla" });
    const [unknown] = checkPolicyFiles(
      [
        policyFile({
          rules: [
            {
              name: "a",
              conditions: { all: [{ fact: "ticket.chanel", operator: "equal", value: 1 }] },
              event: { type: "target", params: { hours: 1 } },
            },
          ],
        }),
      ],
      { stages },
    );
    expect(unknown).toMatchObject({ code: "fact_unknown", fix: 'did you mean "ticket.channel"?' });
  });
});
