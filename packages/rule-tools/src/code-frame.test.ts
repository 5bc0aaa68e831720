import { describe, expect, it } from "vitest";
import { codeFrame } from "./code-frame.js";
import { displayWidth } from "./display-width.js";

describe("codeFrame", () => {
  const text = '\uFEFF{\r\n\t"stage": "slaa"\r\n}';

  it("shows the line with carets under the token", () => {
    expect(codeFrame(text, { line: 2, column: 11 })).toBe('2 | \t"stage": "slaa"\n  | \t         ^^^^^^');
    expect(codeFrame(text, { line: 1 })).toBe("1 | {\n  | ^");
  });

  it.each<[string, number, number]>([
    ['{ "days": -45.5e3, "a": 1 }', 11, 7],
    ['{ "a": true }', 8, 4],
    ['{ "a": "b\\"c" }', 8, 6],
    ['{ "a": "never closed', 8, 13],
    ["{ }", 3, 1],
    ["{ }", 4, 1],
  ])("takes %s at column %i for a token of %i", (line, column, length) => {
    expect(codeFrame(line, { line: 1, column }).split("\n")[1]).toBe(`  | ${" ".repeat(column - 1)}${"^".repeat(length)}`);
  });

  it("counts wide characters as a terminal shows them", () => {
    const line = '{ "因为": "订单超过45天📦", "a": "x" }';
    const column = line.indexOf('"订') + 1;
    const [, carets = ""] = codeFrame(line, { line: 1, column }).split("\n");
    expect(carets.indexOf("^") - 4).toBe(displayWidth(line.slice(0, column - 1)));
    expect(carets.length - carets.indexOf("^")).toBe(displayWidth('"订单超过45天📦"'));
  });

  it("shows nothing where there is no place", () => {
    expect([codeFrame(text, {}), codeFrame(text, { line: 9, column: 1 })]).toEqual(["", ""]);
  });

  it("shows the lines around, numbers in line", () => {
    const lines = Array.from({ length: 12 }, (_, index) => `"${index + 1}"`).join("\n");
    expect(codeFrame(lines, { line: 10, column: 1 }, { around: 1 })).toBe(' 9 | "9"\n10 | "10"\n   | ^^^^\n11 | "11"');
    expect(codeFrame(lines, { line: 1, column: 1 }, { around: 1 })).toBe('1 | "1"\n  | ^^^\n2 | "2"');
  });

  it("cuts a long line around the place", () => {
    const frame = codeFrame(`${"a".repeat(500)} X ${"b".repeat(500)}`, { line: 1, column: 502 }).split("\n");
    expect(frame[0]?.length).toBeLessThan(130);
    expect(frame[0]?.[frame[1]?.indexOf("^") ?? 0]).toBe("X");
    expect(codeFrame("a".repeat(500), { line: 1, column: 1 })).toBe(`1 | ${"a".repeat(120)}…\n  | ${"^".repeat(120)}`);
  });

  it("cuts no character in two", () => {
    const line = `"${"😀".repeat(200)}"`;
    for (let column = 190; column < 200; column += 1) {
      const frame = codeFrame(line, { line: 1, column });
      expect(frame.replace(/\p{Surrogate}/gu, "?")).toBe(frame);
    }
  });

  it("shows what would steer a terminal as pictures", () => {
    expect(codeFrame('"\u001B[31m\u0000\u202E\u007F"', { line: 1, column: 1 }).split("\n")[0]).toBe('1 | "␛[31m␀\uFFFD␡"');
  });
});
