import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseSplitter } from "./case-splitter.js";

function split(text: string, size = 7) {
  const splitter = new CaseSplitter();
  const found = [];
  for (let index = 0; index < text.length; index += size) found.push(...splitter.push(text.slice(index, index + size)));
  return [...found, ...splitter.end()];
}

/** Texts of what was found; problems by their code. */
const texts = (text: string, size?: number) => split(text, size).map(({ text: value, problem }) => problem?.code ?? value);
const good = '{"a":1}';
const better = '{"b":[2]}';

describe("CaseSplitter", () => {
  it("gives a case a line, with its number, white space and line ends left out", () => {
    for (const size of [1, 2, 3, 5, 100]) {
      expect(split(`${good}\r\n\n${better}\n{"c":3}`, size)).toEqual([
        { text: good, line: 1 },
        { text: better, line: 3 },
        { text: '{"c":3}', line: 4 },
      ]);
    }
  });

  it("keeps line separators that stand inside a text", () => {
    expect(texts('{"a":"x\u2028y\u0085z"}\n{"b":1}', 4)).toHaveLength(2);
  });

  it("finds each element of an array with the line it starts on", () => {
    expect(split('[\n  {"a": 1},\n\n  {"b": "],["}\n]\n')).toEqual([
      { text: '{"a": 1}', line: 2 },
      { text: '{"b": "],["}', line: 4 },
    ]);
  });

  it("finds objects over lines, the first key beside the brace or not, and several on one line", () => {
    expect(texts('{"id":"x",\n"now":1}\n{\n "b": [2]\n}\n{"a":1} {"b":2}{"c":3}')).toEqual([
      '{"id":"x",\n"now":1}',
      '{\n "b": [2]\n}',
      '{"a":1}',
      '{"b":2}',
      '{"c":3}',
    ]);
  });

  it.each([
    ["a brace that never closes", `{\n${good}\n${better}\n`, ["json_truncated", good, better]],
    ["a case that breaks off", `{"id":"x","t\n${good}\n${better}\n`, ["json_truncated", good, better]],
    ["a text without its quote", `{"id":"x\n${good}\n`, ["json_truncated", good]],
    ["an array that is none", `[\n${good}\n${better}\n`, [good, better, "json_truncated"]],
    ["an array that begins with words", `[oops\n${good}\n${better}\n`, ["oops", good, better, "json_truncated"]],
    ["an empty array before lines", `[]\n${good}\n${better}\n`, [good, better]],
    ["one bracket too many", `${good}}\n${better}\n`, [good, "}", better]],
    ["words", `oops\n${good}\n`, ["oops", good]],
    ["a bad element among good ones", `[${good}, oops, ${better}]`, [good, "oops", better]],
    ["an array that is cut off", `[${good},{"b"`, [good, "json_truncated", "json_truncated"]],
  ])("reads on behind %s", (_, text, expected) => {
    for (const size of [1, 7, 1000]) expect(texts(text, size)).toEqual(expected);
  });

  it("says on which line what can't be read began", () => {
    expect(split(`${good}\n{"id":\n"x"\n${good}\n`).map(({ line, problem }) => [line, problem?.code])).toEqual([
      [1, undefined],
      [2, "json_truncated"],
      [4, undefined],
    ]);
  });

  it("takes a line that is no text as a case that can't be read", () => {
    const splitter = new CaseSplitter();
    expect([...splitter.push(`${good}\n`), ...splitter.pushUndecodable(), ...splitter.push(`${better}\n`), ...splitter.end()]).toEqual([
      { text: good, line: 1 },
      { text: "", line: 2, problem: { code: "not_utf8", message: "the line is not UTF-8" } },
      { text: better, line: 3 },
    ]);
  });

  it("finds every value of any array and any sequence of objects, however printed and cut", () => {
    const parsed = (found: ReturnType<typeof split>) => found.map(({ text }) => JSON.parse(text) as unknown);
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (values, pretty, size) => {
          const wanted = JSON.parse(JSON.stringify(values)) as unknown;
          const print = (value: unknown) => JSON.stringify(value, null, pretty ? 2 : undefined);
          expect(parsed(split(print(values), size))).toEqual(wanted);
          expect(parsed(split(values.map(print).join("\n"), size))).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("loses no good line whatever stands between", () => {
    const junk = fc.string().filter((text) => !/[{}[\]"\n\r]/.test(text));
    const broken = fc.constantFrom('{"id":', '{"id":"x', "{", "}", '{"a":[1,', "oops");
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(good), junk, broken)), fc.integer({ min: 1, max: 9 }), (lines, size) => {
        const found = texts(lines.join("\n"), size).filter((text) => text === good);
        expect(found.length).toBeGreaterThanOrEqual(lines.filter((line) => line === good).length);
      }),
      { numRuns: 300 },
    );
  });
});
