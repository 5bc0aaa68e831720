import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseMessage } from "./normalise-message.js";

const read = (text: string): string => String.fromCharCode(...normaliseMessage(text));

describe("normaliseMessage", () => {
  it.each([
    ["Where IS my parcel?!", " where is my parcel ? ! "],
    ["sooooo   late", " soo late "],
    ["Order 4711-88 of 3.50", " order 00 00 of 0 00 "],
    ["não CHEGOU, Größe", " nao chegou grosse "],
    ["don’t", " dont "],
    ["see https://example.com/a?b and mail me@example.com", " see and mail "],
    ["這個壞了", " 这个坏了 "],
    ["ｆｕｌｌ ｗｉｄｔｈ", " full width "],
    ["배송 언제", " 배송 언제 "],
    ["ของแตก5ชิ้น", " ของแตก 0 ชิ้น "],
    ["İADE ışık", " iade isik "],
    ["cost 5€", " cost 0 € "],
    ["", " "],
  ])("reads %j as %j", (text, read_) => {
    expect(read(text)).toBe(read_);
  });

  it("begins and ends with a blank, and has no two in a row", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const found = read(text);
        expect(found.startsWith(" ")).toBe(true);
        expect(found.endsWith(" ")).toBe(true);
        expect(found).not.toContain("  ");
      }),
    );
  });

  it("reads a bounded part of an endless text", () => {
    expect(normaliseMessage("late parcel ".repeat(100_000)).length).toBeLessThan(8000);
  });
});
