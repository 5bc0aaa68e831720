import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmendsError } from "../errors/base-error.js";
import { canonicalJson } from "./canonical-json.js";
import { hashOf } from "./hash-of.js";
import { idempotencyKey } from "./idempotency-key.js";

const placesOf = (value: unknown) => {
  try {
    canonicalJson(value);
  } catch (error) {
    if (AmendsError.isInstance(error)) return error.findings.map((finding) => finding.path);
    throw error;
  }
  return [];
};

describe("canonicalJson", () => {
  it("writes numbers as RFC 8785 does", () => {
    // Appendix B: the bits of an IEEE 754 double, and its text.
    const cases: [string, string][] = [
      ["0000000000000000", "0"],
      ["8000000000000000", "0"],
      ["0000000000000001", "5e-324"],
      ["8000000000000001", "-5e-324"],
      ["7fefffffffffffff", "1.7976931348623157e+308"],
      ["4340000000000000", "9007199254740992"],
      ["4430000000000000", "295147905179352830000"],
      ["44b52d02c7e14af5", "9.999999999999997e+22"],
      ["44b52d02c7e14af6", "1e+23"],
      ["444b1ae4d6e2ef4e", "999999999999999700000"],
      ["444b1ae4d6e2ef50", "1e+21"],
      ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
      ["3eb0c6f7a0b5ed8d", "0.000001"],
      ["41b3de4355555555", "333333333.3333333"],
      ["becbf647612f3696", "-0.0000033333333333333333"],
    ];
    for (const [bits, text] of cases) {
      const number = Buffer.from(bits, "hex").readDoubleBE();
      expect(canonicalJson(number)).toBe(text);
    }
    for (const bits of ["7fffffffffffffff", "7ff0000000000000"])
      expect(() => canonicalJson(Buffer.from(bits, "hex").readDoubleBE())).toThrow(AmendsError);
  });

  it("sorts members by UTF-16 code units, not by code points", () => {
    const value = { "€": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, ö: 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\u{fb33}":3}');
  });

  it("escapes only what must be", () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/\u007f\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f\u2028"');
    expect(canonicalJson("\b\t\n\f\r\u0000\u001f")).toBe('"\\b\\t\\n\\f\\r\\u0000\\u001f"');
  });

  it("writes literals, nested values and members named like built-ins", () => {
    expect(canonicalJson({ literals: [null, true, false], empty: {}, none: [] })).toBe(
      '{"empty":{},"literals":[null,true,false],"none":[]}',
    );
    expect(canonicalJson(JSON.parse('{"__proto__":{"b":1,"a":2},"constructor":0}'))).toBe('{"__proto__":{"a":2,"b":1},"constructor":0}');
    expect(canonicalJson(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}');
  });

  it("leaves undefined members out, and refuses undefined elsewhere", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(placesOf(undefined)).toEqual([""]);
    expect(placesOf([1, undefined])).toEqual(["[1]"]);
    expect(placesOf(new Array(2))).toEqual(["[0]", "[1]"]);
  });

  it("names every place that JSON can't hold", () => {
    class Claim {
      readonly amount = 1;
    }
    const value = {
      a: [Number.NaN],
      b: { c: 1n, d: () => 1 },
      e: "\ud800",
      f: Symbol("x"),
      g: new Date(0),
      h: new Map(),
      i: new Claim(),
      "\udc00": 1,
      j: -Infinity,
    };
    expect(placesOf(value)).toEqual(["a[0]", "b.c", "b.d", "e", "f", "g", "h", "i", "j", "\udc00"]);
  });

  it("refuses cycles and the bottomless, and allows one object in two places", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = { cycle };
    expect(placesOf(cycle)).toEqual(["self.cycle"]);
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
    expect(canonicalJson(JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`))).toHaveLength(1000);
    expect(() => canonicalJson(JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`))).toThrow(/too many levels/);
  });

  it("is read back as it was, and doesn't depend on the members' order", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, member]) => [name, reversed(member)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const text = canonicalJson(value);
        // JSON knows no negative zero.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

describe("hashOf and idempotencyKey", () => {
  it("is SHA-256 of the canonical JSON, as another implementation computes it", () => {
    const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(hashOf(value)).toBe(sha256(canonicalJson(value)));
      }),
    );
    expect(idempotencyKey(["C-1", null, "lost", "reship", 0])).toBe(sha256('["C-1",null,"lost","reship",0]'));
    expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  it("keeps parts apart", () => {
    expect(idempotencyKey(["a", undefined])).toBe(idempotencyKey(["a", null]));
    const others = [["a"], ["a", ""], ["a", "null"], ["a", 0], ["", "a"], [null, "a"], ["a,null"]];
    expect(new Set([...others.map((parts) => idempotencyKey(parts)), idempotencyKey(["a", null])]).size).toBe(others.length + 1);
    expect(idempotencyKey(["1"])).not.toBe(idempotencyKey([1]));
    expect(() => idempotencyKey([Number.NaN])).toThrow(AmendsError);
  });
});
