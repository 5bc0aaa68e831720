import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentText, literal } from "./literal.js";

const read = (text: string): unknown => runInThisContext(`(${text})`);

describe("literal", () => {
  it.each([[undefined], [null], [true], [-0], [0], [Number.NaN], [Number.POSITIVE_INFINITY], [-Infinity], [5n], [new Date(5)], [{}], [[]]])(
    "reads back as %s",
    (value) => {
      expect(read(literal(value))).toEqual(value);
    },
  );

  it("keeps the holes of a list", () => {
    const list = [1, , 3, ,]; // oxlint-disable-line no-sparse-arrays
    const back = read(literal(list)) as unknown[];
    expect(back).toEqual(list);
    expect([1 in back, 3 in back, back.length]).toEqual([false, false, 4]);
  });

  it("keeps a member called __proto__ a member", () => {
    const value = JSON.parse('{ "__proto__": { "admin": true }, "a": 1 }') as object;
    const back = read(literal(value)) as object;
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(Object.keys(back)).toEqual(["__proto__", "a"]);
  });

  it("reads back as any JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(read(literal(value))).toEqual(value);
      }),
    );
  });
});

describe("commentText", () => {
  it("is one line that ends no comment", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("*/", "/*", "*", "/", "\n", "\r", "\u2028", "</script", "<!--", "-->", "\u202e", "\ud800", "x")),
        (parts) => {
          const text = commentText(parts.join(""));
          expect(text).not.toMatch(/\*\/|\/\*|[\n\r\u2028\u2029\u202e\ud800-\udfff]|<\/script|<!--|-->/i);
        },
      ),
    );
  });

  it("is cut where it is long", () => {
    expect(commentText("word ".repeat(100))).toHaveLength(161);
  });
});
