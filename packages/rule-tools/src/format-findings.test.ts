import { describe, expect, it } from "vitest";
import { countFindings } from "./count-findings.js";
import { findingRecord } from "./finding-record.js";
import { formatFindings } from "./format-findings.js";

const files = [{ path: "a.json", text: '{\n  "a": 1\n}' }];

describe("formatFindings", () => {
  it("gives each finding with its lines, its advice and its page", () => {
    const findings = [
      { code: "one", message: "first", file: "a.json", line: 2, column: 3, expected: "more", fix: "mend it" },
      { code: "two", message: "second", file: "b.json", line: 2, column: 3, severity: "warning" as const },
      { code: "three", message: "third", path: "rules[0]" },
      { code: "four", message: "fourth" },
    ];
    expect(formatFindings(files, findings)).toBe(
      [
        "a.json:2:3 error: first",
        "  1 | {",
        '  2 |   "a": 1',
        "    |   ^^^",
        "  3 | }",
        "  expected: more",
        "  mend it",
        "  one: https://amends.dev/rules/one",
        "",
        "b.json:2:3 warning: second",
        "  two: https://amends.dev/rules/two",
        "",
        "rules[0] error: third",
        "  three: https://amends.dev/rules/three",
        "",
        "error: fourth",
        "  four: https://amends.dev/rules/four",
      ].join("\n"),
    );
    expect(formatFindings([], [])).toBe("");
  });

  it("shows the case that shows a finding", () => {
    const witness = { facts: { "ticket.channel": "email", "order.total": 12.5 }, says: '"a" and "b" both fire' };
    const shown = formatFindings([], [{ code: "conflicting", message: "they differ", witness }], { around: 0 });
    expect(shown.split("\n").slice(1, -1)).toEqual([
      "  for example, where",
      '    ticket.channel = "email"',
      "    order.total    = 12.5",
      '    "a" and "b" both fire',
    ]);
    const nothing = formatFindings([], [{ code: "gap", message: "nobody", witness: { facts: {}, says: "no rule fires" } }]);
    expect(nothing).toContain("for example, with no facts at all: no rule fires");
  });

  it("lets nothing in a file steer the terminal", () => {
    expect(formatFindings([], [{ code: "x", message: "a\u001B[2J\nb", file: "\u001B.json", fix: "\u0007" }])).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it("colours by what it means", () => {
    const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const style = { green: mark("green"), red: mark("red"), yellow: mark("yellow"), dim: mark("dim"), bold: mark("bold") };
    const shown = formatFindings(files, [{ code: "x", message: "m", file: "a.json", line: 2, column: 3, fix: "f" }], { style });
    expect(shown).toContain("<bold>a.json:2:3</bold> <red>error</red>: m");
    expect(shown).toContain("<red>  |   ^^^</red>");
    expect(shown).toContain("<green>f</green>");
  });
});

describe("findings for programs", () => {
  it("are counted by weight, and carry it and their page", () => {
    const findings = [
      { code: "a", message: "", file: "a" },
      { code: "b", message: "", file: "a", severity: "warning" as const },
      { code: "c", message: "", file: "b", severity: "off" as const },
    ];
    expect(countFindings(findings)).toEqual({ errors: 1, warnings: 1, files: 1 });
    expect(findings.map(findingRecord).map(({ severity, page }) => [severity, page])).toEqual([
      ["error", "https://amends.dev/rules/a"],
      ["warning", "https://amends.dev/rules/b"],
      ["off", "https://amends.dev/rules/c"],
    ]);
  });
});
