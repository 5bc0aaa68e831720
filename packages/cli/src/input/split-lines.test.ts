import { describe, expect, it } from "vitest";
import { longestCase } from "./case-text.js";
import { splitLines } from "./split-lines.js";

async function* inChunks(text: string, size: number): AsyncGenerator<string> {
  for (let index = 0; index < text.length; index += size) yield text.slice(index, index + size);
}

const split = async (text: string, size: number) => {
  const found = [];
  for await (const line of splitLines(inChunks(text, size))) found.push(line);
  return found;
};

describe("splitLines", () => {
  it("gives each line with its number, empty ones left out, whatever the chunks", async () => {
    for (const size of [1, 2, 3, 5, 100]) {
      expect(await split('{"a":1}\r\n\n{"b":2}\n{"c":3}', size)).toEqual([
        { text: '{"a":1}\r', line: 1 },
        { text: '{"b":2}', line: 3 },
        { text: '{"c":3}', line: 4 },
      ]);
    }
  });

  it("keeps line separators that stand inside a text", async () => {
    expect(await split('{"a":"x\u2028y\u0085z"}\n{"b":1}', 4)).toHaveLength(2);
  });

  it("refuses a line that would fill the memory, and goes on behind it", async () => {
    const found = await split(`${"x".repeat(longestCase + 10)}\n{"b":2}`, 1_000_000);
    expect(found.map(({ line, problem }) => [line, problem?.code])).toEqual([
      [1, "case_too_long"],
      [2, undefined],
    ]);
    expect(found[1]?.text).toBe('{"b":2}');
  });
});
