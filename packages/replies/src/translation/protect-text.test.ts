import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectedValues } from "./protected-values.js";
import { protectText } from "./protect-text.js";
import { restoreText } from "./restore-text.js";
import { TranslationRefusedError } from "./translation-refused-error.js";

const hidden = (text: string, ...names: string[]) =>
  protectText(
    text,
    names.map((value) => ({ kind: "name" as const, value })),
  ).values.map(({ value }) => value);

describe("protectText", () => {
  it.each([
    ["Fill in {order} or {{customer name}} or ⟦old⟧.", ["{order}", "{{customer name}}", "⟦old⟧"]],
    [
      "See https://shop.example/track?id=1&x=2, or write to help@shop.example.",
      ["https://shop.example/track?id=1&x=2", "help@shop.example"],
    ],
    [
      "You get $25.00, 25,00 €, CN¥ 100, US$1,250.00, 1 250,00 kr and EUR 3.",
      ["$25.00", "25,00 €", "CN¥ 100", "US$1,250.00", "1 250,00 kr", "EUR 3"],
    ],
    ["20 % now, 15% later, %10 daha, 20％オフ", ["20 %", "15%", "%10", "20％"]],
    ["Order 12-34567-89012, parcel RB123456785GB, 45 days, 2 lamps, WELCOME", ["12-34567-89012", "RB123456785GB"]],
    ["返金額は¥1,200です。", ["¥1,200"]],
    ["退还100元给您", ["100元"]],
  ])("finds what must come back: %s", (text, expected) => {
    expect(hidden(text)).toEqual(expected);
  });

  it("takes the values given as wholes, in scripts with spaces and without", () => {
    expect(hidden("Ana, Anabel and Ana-Maria: hello Ana.", "Ana")).toEqual(["Ana", "Ana", "Ana"]);
    expect(hidden("王伟您好，王伟", "王伟")).toEqual(["王伟", "王伟"]);
    expect(hidden("Hello Ana Lopez (*)!", "Ana", "Ana Lopez", "(*)")).toEqual(["Ana Lopez", "(*)"]);
  });

  it("gives back what it took, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("$25.00", "⟦1⟧", "⟦", "⟧", "{x}", "Ana", " ", "https://a.example/b", "20 %", "12-34567-89012"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const sent = protectText(text, [{ kind: "name", value: "Ana" }]);
        expect(restoreText(sent.text, sent)).toBe(text);
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});

describe("restoreText", () => {
  const sent = protectText("Hello Ana, we refund $25.00.", [{ kind: "name", value: "Ana" }]);
  const codes = (translated: string): readonly string[] => {
    try {
      restoreText(translated, sent, "subject");
    } catch (error) {
      if (!TranslationRefusedError.isInstance(error)) throw error;
      expect(error.message).not.toMatch(/Ana|25/);
      expect(error.findings.every(({ path }) => path === "subject")).toBe(true);
      return error.findings.map(({ code }) => code);
    }
    return [];
  };

  it("takes marks in any order, with spaces inside", () => {
    expect(restoreText("⟦ 2 ⟧ erstatten wir ⟦1⟧.", sent)).toBe("$25.00 erstatten wir Ana.");
  });

  it("refuses a translation that lacks, doubles or invents one, or that is empty", () => {
    expect(codes("Hallo ⟦1⟧.")).toEqual(["mark_missing"]);
    expect(codes("Hallo ⟦1⟧, ⟦2⟧, ⟦2⟧.")).toEqual(["mark_doubled"]);
    expect(codes("Hallo ⟦1⟧, ⟦2⟧, ⟦3⟧.")).toEqual(["mark_unknown"]);
    expect(codes("Hallo ⟦1⟧, ⟦2⟧ und ⟦Ana⟧.")).toEqual(["mark_unknown"]);
    expect(codes("")).toEqual(["mark_missing", "mark_missing", "translation_empty"]);
  });
});

describe("protectedValues", () => {
  it("are a case's names, references, items and amounts", () => {
    const caseFile = {
      id: "C-1",
      customer: { id: "U-77", name: "Maria de la Cruz", email: "maria@example.com" },
      order: { id: "1001", total: { amount: "25.00", currency: "EUR" }, items: [{ sku: "L1", title: "Wireless lamp" }] },
      shipment: { trackingNumber: "RB123456785GB" },
      ticket: { channel: "email" as const, text: "x", createdAt: "2026-03-03T15:00:00Z" },
    };
    const values = protectedValues(caseFile, "de").map(({ value }) => value);
    expect(values).toEqual(
      expect.arrayContaining([
        "Maria de la Cruz",
        "Maria",
        "Cruz",
        "U-77",
        "maria@example.com",
        "1001",
        "RB123456785GB",
        "L1",
        "Wireless lamp",
        "25,00\u00a0€",
      ]),
    );
    expect(values).not.toContain("de");
    expect(new Set(values).size).toBe(values.length);
  });
});
