import { extractReferences } from "@amends/core/intake";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectCarriers } from "./detect-carriers.js";
import operators from "./postal-operators.json" with { type: "json" };
import table from "./tracking-number-shapes.json" with { type: "json" };
import { checkRules } from "./check-digits.js";

const confidenceOf = (number: string, carrier: string) => detectCarriers(number).find((each) => each.carrier === carrier)?.confidence ?? 0;

/** Sample numbers that carriers and standards print in their own papers. */
const samples: readonly (readonly [carrier: string, number: string, service?: string])[] = [
  ["ups", "1Z999AA10123456784", "next_day_air"],
  ["royal_mail", "RB123456785GB", "registered_letter"],
  ["china_post", "LZ123456785CN", "tracked_letter"],
  ["usps", "EE123456785US", "ems"],
  ["usps", "9400 1112 0108 0805 4830 16", "impb"],
  ["usps", "420 22153 9101026837331000039521", "impb"],
  ["usps", "7112 3456 7891 2345 6787", "label"],
  ["fedex", "986578788855", "express"],
  ["fedex", "5682 8361 0012 000", "ground"],
  ["fedex", "9611020987654312345672", "ground"],
  ["fedex", "1001921334250001000300779017972697", "express"],
  ["fedex", "9622001900000000000000776632517510", "ground"],
  ["fedex", "61299998820821171811", "smartpost"],
  ["dhl_express", "3318810025"],
  ["dhl_express", "JJD0099999999", "piece"],
  ["dhl_parcel", "563102430313", "identcode"],
  ["dhl_ecommerce", "GM2951173225174494"],
  ["dpd", "008182709980000020033350276C", "label"],
  ["dpd", "09980000020033F"],
  ["canada_post", "0073938000549297"],
  ["ontrac", "C11031500001879"],
  ["ontrac", "D10011354453707"],
  ["lasership", "LX17635036"],
  ["amazon_logistics", "TBA502887274000"],
  ["yunexpress", "YT2229521272164446"],
  ["4px", "4PX3000123456789CN"],
  ["cainiao", "LP00123456789012"],
  ["cainiao", "CNFR9010481599571HD"],
  ["yanwen", "UM123456785YP"],
  ["sf_express", "SF1234567890123"],
  ["jt_express", "JT1234567890123"],
  ["ninja_van", "NLIDAPABC1234567"],
  ["postnl", "3SABCD1234567"],
];

describe("published sample numbers", () => {
  it.each(samples.map(([carrier, number, service]) => ({ carrier, number, service })))(
    "$carrier: $number",
    ({ carrier, number, service }) => {
      const found = detectCarriers(number).find((each) => each.carrier === carrier);
      expect(found).toBeDefined();
      expect(found?.service).toBe(service);
    },
  );

  it("come first where the number is of one carrier's own", () => {
    for (const [carrier, number] of samples.filter(([, text]) => /^[A-Z0-9]*[A-Z]/.test(text))) {
      expect(detectCarriers(number)[0]?.carrier, number).toBe(carrier);
    }
  });
});

describe("how a number is written", () => {
  it("doesn't matter", () => {
    const plain = detectCarriers("1Z999AA10123456784");
    for (const text of [
      "1z999aa10123456784",
      " 1Z 999 AA1 01 2345 6784\n",
      "1Z-999-AA1-01-2345-6784",
      "１Ｚ９９９ＡＡ１０１２３４５６７８４",
      "1Z–999\u200bAA1\u00a001234\u2212567_84",
    ]) {
      expect(detectCarriers(text), text).toEqual(plain);
    }
  });

  it.each([
    "",
    " ",
    "no number",
    "RB123456785GB!",
    "номер",
    "1Z999AA1012345678Ä",
    "1".repeat(41),
    "1".repeat(1_000_000),
    "1Z ".repeat(500_000),
  ])("that fits no shape gives nothing (%#)", (text) => {
    expect(detectCarriers(text)).toEqual([]);
  });

  it("that isn't a text gives nothing", () => {
    for (const odd of [null, undefined, 7, {}, []]) expect(Reflect.apply(detectCarriers, undefined, [odd])).toEqual([]);
  });
});

describe("a number of digits alone", () => {
  it.each([["123456789012"], ["12345678903"], ["00000000000017"]])("%s may be several carriers', none of them certain", (number) => {
    const found = detectCarriers(number);
    expect(found.length).toBeGreaterThan(1);
    expect(Math.max(...found.map(({ confidence }) => confidence))).toBeLessThan(0.6);
  });
});

describe("candidates", () => {
  const letters = fc.stringMatching(/^[A-Z0-9]{0,40}$/);
  const digits = fc.stringMatching(/^[0-9]{8,34}$/);

  it("stand in order, each carrier once, the same every time", () => {
    fc.assert(
      fc.property(fc.oneof(letters, digits, fc.string()), (text) => {
        const found = detectCarriers(text);
        expect(found).toEqual(detectCarriers(text));
        expect(new Set(found.map(({ carrier }) => carrier)).size).toBe(found.length);
        expect(found.map(({ confidence }) => confidence)).toEqual(found.map(({ confidence }) => confidence).toSorted((a, b) => b - a));
        expect(found.every(({ confidence }) => confidence > 0 && confidence < 1)).toBe(true);
      }),
    );
  });

  it("of the intake's own reading are among them", () => {
    const posts = new Set(["post", ...Object.values(operators.operators)]);
    for (const [, number] of [
      ...samples,
      ["", "JVGL0999999990"],
      ["", "SPXVN0123456789"],
      ["", "JD0123456789012"],
      ["", "H01ABCD123456789"],
    ] as const) {
      const plain = number.replaceAll(" ", "");
      for (const { kind, issuers } of extractReferences(plain).found) {
        if (kind !== "tracking_number") continue;
        const carriers = detectCarriers(plain).map(({ carrier }) => carrier);
        for (const issuer of issuers) {
          expect(
            issuer === "post" ? carriers.some((carrier) => posts.has(carrier)) : carriers.includes(issuer),
            `${number}: ${issuer}`,
          ).toBe(true);
        }
      }
    }
  });
});

describe("check digits", () => {
  /** Other ways to reckon the same digits: sums of products, written out. */
  const oracles: Readonly<Record<string, (body: string) => string>> = {
    s10: (body) =>
      String(
        [5, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1][[8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11],
      ),
    gs1: (body) => {
      let sum = 0;
      for (let at = 0; at < body.length; at += 1) sum += Number(body.at(-1 - at)) * (at % 2 === 0 ? 3 : 1);
      return String(Math.ceil(sum / 10) * 10 - sum);
    },
    remainder7: (body) => String(BigInt(body) % 7n),
    fedex_express: (body) => String(([...body].reduce((sum, digit, at) => sum + Number(digit) * Number("317"[at % 3]), 0) % 11) % 10),
    identcode: (body) => {
      const odd = [...body].reduce((sum, digit, at) => sum + (at % 2 === 0 ? Number(digit) : 0), 0);
      const even = [...body].reduce((sum, digit, at) => sum + (at % 2 === 1 ? Number(digit) : 0), 0);
      return String((1000 - 4 * odd - 9 * even) % 10);
    },
  };
  const cases: readonly (readonly [rule: string, carrier: string, body: RegExp, prefix: string, suffix: string])[] = [
    ["s10", "royal_mail", /^\d{8}$/, "RB", "GB"],
    ["s10", "china_post", /^\d{8}$/, "LZ", "CN"],
    ["gs1", "usps", /^94\d{19}$/, "", ""],
    ["gs1", "canada_post", /^\d{15}$/, "", ""],
    ["gs1", "dhl_parcel", /^00340434\d{11}$/, "", ""],
    ["remainder7", "dhl_express", /^\d{9}$/, "", ""],
    ["remainder7", "yamato", /^\d{11}$/, "", ""],
    ["fedex_express", "fedex", /^\d{11}$/, "", ""],
    ["identcode", "dhl_parcel", /^\d{11}$/, "", ""],
  ];

  it.each(cases)("by the rule %s make a number %s's; a wrong one lowers the confidence", (rule, carrier, body, prefix, suffix) => {
    const oracle = oracles[rule] ?? expect.unreachable();
    fc.assert(
      fc.property(fc.stringMatching(body), fc.integer({ min: 1, max: 9 }), (digits, shift) => {
        const right = oracle(digits);
        const wrong = String((Number(right) + shift) % 10);
        const [valid, invalid] = [right, wrong].map((digit) => confidenceOf(`${prefix}${digits}${digit}${suffix}`, carrier));
        expect(valid).toBeGreaterThan(invalid ?? 1);
      }),
    );
  });

  it("catch one wrong digit of a UPS or S10 number wherever the rule can", () => {
    const mutated = (number: string, at: number, shift: number) =>
      `${number.slice(0, at)}${(Number(number[at]) + shift) % 10}${number.slice(at + 1)}`;
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const number = mutated("1Z999AA10123456784", at, shift);
        const caught = checkRules.get("ups")?.(number.slice(2)) === false;
        // Places that count double, the check digit apart, can't tell a digit from the one five away.
        expect(caught).toBe(at % 2 === 0 || at === 17 || shift !== 5);
        expect(confidenceOf(number, "ups") < 0.99).toBe(caught);
      }),
    );
    // Sums that leave 0 and 6 have the same S10 digit, 5.
    for (let at = 2; at < 10; at += 1) {
      for (let shift = 1; shift < 10; shift += 1) {
        const number = mutated("RB123456785GB", at, shift);
        expect(confidenceOf(number, "royal_mail") < 0.97).toBe(oracles["s10"]?.(number.slice(2, 10)) !== "5");
      }
    }
  });

  it("of DPD follow ISO 7064", () => {
    // The standard's own example of modulo 37,36.
    expect(checkRules.get("mod_37_36")?.("A12425GABC1234002M")).toBe(true);
    expect(checkRules.get("mod_37_36")?.("A12425GABC1234002N")).toBe(false);
  });
});

describe("the table", () => {
  it("names only rules that exist, and lowers the confidence of a wrong check digit", () => {
    for (const shape of table.shapes as readonly { carrier: string; check?: string; checked: number; unchecked?: number }[]) {
      if (shape.check !== undefined) expect(checkRules.has(shape.check), shape.check).toBe(true);
      else expect(shape.unchecked, shape.carrier).toBeUndefined();
      expect(shape.unchecked ?? 0, shape.carrier).toBeLessThan(shape.checked);
    }
    expect(Object.keys(operators.operators).every((country) => /^[A-Z]{2}$/.test(country))).toBe(true);
  });
});
