import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitValues } from "./split-values.js";

async function* inChunks(text: string, size: number): AsyncGenerator<string> {
  for (let index = 0; index < text.length; index += size) yield text.slice(index, index + size);
}

const split = async (text: string, size = 7) => {
  const found = [];
  for await (const value of splitValues(inChunks(text, size))) found.push(value);
  return found;
};

describe("splitValues", () => {
  it("finds each value of an array with the line it starts on", async () => {
    expect(await split('[\n  {"a": 1},\n\n  {"b": "],["}\n]\n')).toEqual([
      { text: '{"a": 1}', line: 2 },
      { text: '{"b": "],["}', line: 4 },
    ]);
  });

  it("finds objects one after another, over lines", async () => {
    expect(await split('{\n "a": 1\n}\n{\n "b": [2]\n}')).toEqual([
      { text: '{\n "a": 1\n}', line: 1 },
      { text: '{\n "b": [2]\n}', line: 4 },
    ]);
  });

  it("keeps the others where one value is bad", async () => {
    expect((await split('[{"a":1}, oops, {"b":2}]')).map(({ text }) => text)).toEqual(['{"a":1}', "oops", '{"b":2}']);
  });

  it("says so where the array is cut off", async () => {
    const found = await split('[{"a":1},{"b"');
    expect(found.map(({ text }) => text)).toEqual(['{"a":1}', '{"b"', ""]);
    expect(found[2]?.problem?.code).toBe("json_truncated");
  });

  it("finds every value of any array, however it is printed and cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.boolean(), fc.integer({ min: 1, max: 40 }), async (values, pretty, size) => {
        const found = await split(JSON.stringify(values, null, pretty ? 2 : undefined), size);
        expect(found.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 200 },
    );
  });

  it("finds every object of any sequence of printed objects", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.integer({ min: 1, max: 40 }), async (values, size) => {
        const found = await split(values.map((value) => JSON.stringify(value, null, 2)).join("\n"), size);
        expect(found.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 200 },
    );
  });
});
