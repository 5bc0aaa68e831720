import { describe, expect, it } from "vitest";
import { codeFrame } from "./code-frame.js";
import { formatFindings } from "./format-findings.js";

describe("codeFrame", () => {
  const text = '\uFEFF{\r\n\t"stage": "slaa"\r\n}';

  it("shows the line with a caret under the place", () => {
    expect(codeFrame(text, { line: 2, column: 11 })).toBe('2 | \t"stage": "slaa"\n  | \t         ^');
    expect(codeFrame(text, { line: 1 })).toBe("1 | {\n  | ^");
  });

  it("shows nothing where there is no place", () => {
    expect([codeFrame(text, {}), codeFrame(text, { line: 9, column: 1 })]).toEqual(["", ""]);
  });

  it("cuts a long line around the place", () => {
    const frame = codeFrame(`${"a".repeat(500)}X${"b".repeat(500)}`, { line: 1, column: 501 }).split("\n");
    expect(frame[0]?.length).toBeLessThan(140);
    expect(frame[0]?.[frame[1]?.indexOf("^") ?? 0]).toBe("X");
    expect(codeFrame("a".repeat(500), { line: 1, column: 1 })).toBe(`1 | ${"a".repeat(120)}…\n  | ^`);
  });
});

describe("formatFindings", () => {
  it("gives each finding with its line", () => {
    const files = [{ path: "a.json", text: '{\n  "a": 1\n}' }];
    const findings = [
      { code: "one", message: "first", file: "a.json", line: 2, column: 3 },
      { code: "two", message: "second", file: "b.json", line: 2, column: 3 },
      { code: "three", message: "third" },
    ];
    expect(formatFindings(files, findings)).toBe(
      'a.json:2:3 one: first\n  2 |   "a": 1\n    |   ^\n\nb.json:2:3 two: second\n\nthree: third',
    );
    expect(formatFindings([], [])).toBe("");
  });
});
