import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonProblems } from "./json-problems.js";

const found = (text: string) => jsonProblems(text).map(({ offset, message, fix }) => [offset, message, fix]);
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("jsonProblems", () => {
  it.each<[string, number, string, string | undefined]>([
    ["", 0, "the file is empty", undefined],
    ['{"a": 1 // why\n}', 8, "JSON has no comments", 'take it out; "description" and "because" have room for reasons'],
    ['{"a": /* why */ 1}', 6, "JSON has no comments", 'take it out; "description" and "because" have room for reasons'],
    ['# why\n{"a": 1}', 0, "JSON has no comments", 'take it out; "description" and "because" have room for reasons'],
    ['{"a": 1,}', 7, 'a comma stands before the closing "}"', "take the comma out"],
    ["[1, 2,\n]", 5, 'a comma stands before the closing "]"', "take the comma out"],
    ["[1,, 2]", 3, "a comma has nothing before it", "take the comma out"],
    ['{"a": 1 "b": 2}', 7, 'a comma is missing before the next key, "b"', 'add ","'],
    ['["a"\n"b"]', 4, 'a comma is missing before the next value, "b"', 'add ","'],
    ['{"a" 1}', 4, 'a colon is missing behind the key "a"', 'add ":"'],
    ['{"a" = 1}', 5, '"=" stands between a key and its value', 'write ":"'],
    ['{"a"}', 1, 'the key "a" has no value', 'add ":" and a value'],
    ['{"a": }', 6, 'the key "a" has no value', "add one"],
    ["{: 1}", 1, "a value has no key", "write its key before the colon"],
    ["{a: 1}", 1, "the key a stands without quotes", 'write "a"'],
    ["{'a': 1}", 1, "' is no quote of JSON", 'write "a"'],
    ["{“a”: 1}", 1, "“ is no quote of JSON", 'write "a"'],
    ['{"a"：1}', 4, '"：" is not JSON\'s punctuation', 'write ":"'],
    ['{"a": 1', 0, 'this "{" is never closed', 'add "}"'],
    ['{"a": [1}', 8, '"}" stands where the "[" of line 1 should be closed', 'close it with "]"'],
    ["[1}", 2, '"}" stands where the "[" of line 1 should be closed', 'close it with "]"'],
    ["{}}", 2, 'this "}" closes nothing', "take it out, or look for a bracket that closes too early"],
    ["{} {}", 3, "the file goes on behind its end", "keep one value, in one pair of brackets"],
    ['{"a": "b}', 6, "this text is never closed", "add the closing quote"],
    ['{"a": "b,\n"c": 1}', 6, "this text is not closed on its line", "add the closing quote"],
    ['{"a": "b\nc"}', 8, "a line ends inside a text", "write the line end as \\n, or close the text"],
    ['{"a": "C:\\x"}', 9, '"\\x" is no escape of JSON', "a backslash itself is written twice"],
    ['{"a": "\\u12"}', 7, '"\\u" is no escape of JSON', "a backslash itself is written twice"],
    ['{"a": "b\tc"}', 8, "a tab stands inside a text", "write \\t"],
    ['{"a": "b\0c"}', 8, "a control character (U+0000) stands inside a text", "take it out"],
    ['{"a":\u00A01}', 5, "an invisible character (U+00A0) stands here", "take it out"],
    ['{"a": True}', 6, "True is no JSON", "write true"],
    ['{"a": None}', 6, "None is no JSON", "write null"],
    ['{"a": NaN}', 6, "NaN is no number in JSON", "leave the key out, or write a number"],
    ['{"a": 012}', 6, "012 is no number in JSON", "write 12"],
    ['{"a": +1.5}', 6, "+1.5 is no number in JSON", "write 1.5"],
    ['{"a": .5}', 6, ".5 is no number in JSON", "write 0.5"],
    ['{"a": 0x1F}', 6, "0x1F is no number in JSON", "write 31"],
    ['{"a": 1_000}', 6, "1_000 is no number in JSON", "write 1000"],
    [
      '{"a": 1,000}',
      6,
      "1,000 is no number in JSON",
      "write 1000, without separators of thousands, or 1.000 if the comma stands before decimals",
    ],
    [
      '{"a": -12,000, "b": 1}',
      6,
      "-12,000 is no number in JSON",
      "write -12000, without separators of thousands, or -12.000 if the comma stands before decimals",
    ],
    ['{"a": 1,234,567}', 6, "1,234,567 is no number in JSON", "write 1234567, without separators of thousands"],
    ['{"a": 1.234.567}', 6, "1.234.567 is no number in JSON", "write 1234567, without separators of thousands"],
    ['{"a": 1 000 000}', 6, "1 000 000 is no number in JSON", "write 1000000, without separators of thousands"],
    ['{"a": 1\u00A0000}', 6, "1\u00A0000 is no number in JSON", "write 1000, without separators of thousands"],
    ['{"a": 1\'000}', 6, "1'000 is no number in JSON", "write 1000, without separators of thousands"],
    ['{"a": 30,5}', 6, "30,5 is no number in JSON", "write 30.5, with a point before decimals"],
    ['{"a": 0,125, "b": 1}', 6, "0,125 is no number in JSON", "write 0.125, with a point before decimals"],
    ['{"a": 1,234.50}', 6, "1,234.50 is no number in JSON", "write 1234.50, with a point before decimals and no separators of thousands"],
    ['{"a": 1.234,50}', 6, "1.234,50 is no number in JSON", "write 1234.50, with a point before decimals and no separators of thousands"],
    ["[1,000]", 1, "1,000 is no number in JSON", "write 1000, without separators of thousands"],
    ['{"a": 1,5: 2}', 8, "the key 5 stands without quotes", 'write "5"'],
    ["[1,02]", 3, "02 is no number in JSON", "write 2"],
    ['{"a": 15min}', 6, "15min is no number in JSON", "write it with digits alone, or between quotes"],
    ['{"a": email}', 6, "email stands without quotes", 'write "email"'],
    ["policy: shop/x", 0, 'the file begins with policy and not with "{"', "write it as JSON"],
    ["[1; 2]", 2, '";" doesn\'t belong here', 'values are divided by ","'],
    ["[;]", 1, '";" doesn\'t belong here', "take it out"],
  ])("says of %j where it is wrong and how to mend it", (text, offset, message, fix) => {
    expect(isJson(text)).toBe(false);
    expect(found(text)[0]).toEqual([offset, message, fix]);
    expect(found(text).length).toBeLessThanOrEqual(2);
  });

  it("takes numbers that a list may hold for numbers, whatever else is wrong with it", () => {
    expect(found('{"a": [1,250, 30,5], b: 1}').map(([, message]) => message)).toEqual(["the key b stands without quotes"]);
    expect(found("[100 200]").map(([, message]) => message)).toEqual(["a comma is missing before the next value, 200"]);
  });

  it("finds every slip of a file once, in its order", () => {
    const text = '{\n  "a": 1\n  b: \'x\',\n  "c": [1, 2,],\n  // why\n  "d": True\n}';
    expect(found(text).map(([, message]) => message)).toEqual([
      "a comma is missing before the next key, b",
      "the key b stands without quotes",
      "' is no quote of JSON",
      'a comma stands before the closing "]"',
      "JSON has no comments",
      "True is no JSON",
    ]);
  });

  it("stops where a text is something else than JSON", () => {
    expect(found(`[${",".repeat(100_000)}]`)).toHaveLength(50);
    expect(found(`{"a": "${"\n\n".repeat(20_000)}x"}`).length).toBeLessThanOrEqual(50);
  });

  it("has something to say of exactly the texts that are no JSON", () => {
    const almost = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", ":", '"', "'", "{", "}", "[", "]", "\\", "0", "-", "e", "x", "\n", " ", "/", "\u00A0"),
        fc.nat(2),
      )
      .map(([text, at, put, drop]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + drop);
      });
    fc.assert(
      fc.property(fc.oneof(almost, fc.json(), fc.string()), (text) => {
        expect(jsonProblems(text).length === 0).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
