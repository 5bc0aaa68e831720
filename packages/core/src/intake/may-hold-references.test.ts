import fc from "fast-check";
import { expect, it } from "vitest";
import { extractReferences } from "./extract-references.js";
import { foldReferenceText } from "./fold-reference-text.js";
import { fewestGroupedDigits, mayHoldReferences } from "./may-hold-references.js";
import shapes from "./reference-shapes.json" with { type: "json" };

/** The digits that a pattern can't do without. */
function digitsOf(pattern: string): number {
  const needed = pattern.replace(/\(\?:[^()]*\)\?/gu, "").replace(/\[[A-Z][^\]]*\](?:\{[\d,]*\})?/gu, "");
  const counted = needed.replace(/(?:\\d|\[\d[^\]]*\])(?:\{(\d+)[^}]*\})?/gu, (_, times?: string) => "0".repeat(Number(times ?? 1)));
  return counted.replace(/\D/gu, "").length;
}

it("knows how many digits a number printed in groups has at least", () => {
  const grouped = shapes.trackingNumbers.flatMap((shape) => ("grouped" in shape && shape.grouped ? [shape.pattern] : []));
  expect(grouped.filter((pattern) => !pattern.startsWith("1Z") && digitsOf(pattern) < fewestGroupedDigits)).toEqual([]);
});

it("passes over texts without digits or with short counts alone", () => {
  for (const text of ["where is my parcel", "2 days and 14 hours", "45 дней, 3 раза", "2个, 14天", "1 zł"])
    expect(mayHoldReferences(text), text).toBe(text === "1 zł");
});

it("never passes over a text that names an id", () => {
  const pieces = [
    "1Z",
    "999",
    "aa1",
    "01",
    "2345",
    "6784",
    "12",
    "RB",
    "45",
    "67",
    "85",
    "GB",
    "order",
    "number",
    "nº",
    "#",
    "-",
    "９",
    "Ｚ",
    "ž",
    "٤",
  ];
  const text = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("", " ", "\u00a0", ", ")), { maxLength: 12 });
  const whole = fc.constantFrom(
    "",
    "1Z 999 AA1 01 2345 6784",
    "1 Z9 99 AA 10 12 34 56 78 4",
    "R B 12 34 56 78 5G B",
    "order number 12",
    "RB 12 34 56 78 5 GB",
  );
  fc.assert(
    fc.property(text, whole, (parts, id) => {
      const written = `${id} ${parts.flat().join("")}`;
      expect(mayHoldReferences(written) || extractReferences(written, { orderIds: ["known-id"] }).found.length === 0).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it("takes every sign for what it may fold into", () => {
  const passedOver: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    const folded = foldReferenceText(sign);
    const texts = [
      ...(/[a-z0-9#_-]/.test(folded) ? [`${sign}1${sign}`] : []),
      ...(folded === " " ? [`1${sign}z`] : []),
      ...(folded === "z" ? [`1${sign}`, `1 ${sign}`] : []),
      ...(folded === "1" ? [`${sign}z`] : []),
      ...(/[0-9]/.test(folded) ? [`${sign} `.repeat(fewestGroupedDigits)] : []),
    ];
    if (!texts.every(mayHoldReferences)) passedOver.push(code.toString(16));
  }
  expect(passedOver).toEqual([]);
});

it("isn't asked of what is no text", () => {
  for (const given of [12_345_678, {}, [], true])
    expect(() => extractReferences(given as unknown as string)).toThrow(expect.objectContaining({ code: "argument_invalid" }));
});
