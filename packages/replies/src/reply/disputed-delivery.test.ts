import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { replyStage } from "../stage/index.js";
import { readTemplatePacks } from "../templating/read-packs.js";
import { standardTemplates } from "../templating/standard-templates.js";
import { packKey } from "../templating/template-pack.js";
import { fullCase, lateShipment, offer } from "../testing/full-case.js";

const keys = standardTemplates.map(packKey);
const packOf = (key: string) => standardTemplates.find((pack) => packKey(pack) === key);

const delivered = { ...lateShipment, deliveredAt: "2026-02-20T10:00:00Z" };
const amount = { amount: "249.00", currency: "USD" };
const later = { afterInvestigation: true };
const choices = [
  { remedy: "wait", gives: { investigationDays: 5 }, cost: null, idempotencyKey: "a" },
  { remedy: "reship", gives: { priority: true, ...later }, cost: null, idempotencyKey: "b" },
  { remedy: "full_refund", gives: { refundPercent: 100, amount, ...later }, cost: amount, idempotencyKey: "c" },
  { remedy: "partial_refund", gives: { refundPercent: 50, ...later }, cost: null, idempotencyKey: "d" },
  { remedy: "return_and_refund", gives: { refundPercent: 100, ...later }, cost: amount, idempotencyKey: "e" },
];

function disputed(key: string, more: Partial<Record<keyof CaseFile, unknown>> = {}, templates?: unknown) {
  const caseFile = fullCase(key.slice(0, 2), "logistics_not_received", {
    language: { code: key.slice(0, 2), confidence: 1, script: key.includes("-") ? key.slice(3) : "Latn" } as never,
    shipment: delivered,
    remedies: { ...offer, choices, alwaysAdd: {} } as never,
    ...more,
  } as Partial<CaseFile>);
  return replyStage.run(caseFile, undefined, templates === undefined ? {} : { packs: { templates } });
}

const listed = (text: string) => text.split("\n").filter((line) => /^\d\. /.test(line));
const offering = (...gives: readonly object[]) => ({
  remedies: { ...offer, choices: gives.map((each) => ({ remedy: "wait", gives: each, cost: null, idempotencyKey: "a" })), alwaysAdd: {} },
});

describe("a remedy after the carrier's check", () => {
  it("is told as such, and waiting has its time", () => {
    expect(listed(disputed("en").text)).toEqual([
      "1. wait up to 5 days while we check with the carrier what happened",
      "2. a new parcel free of charge by priority shipping, as soon as the carrier’s check is done",
      "3. a full refund: $249.00, as soon as the carrier’s check is done",
      "4. a partial refund of 50% of the order amount, as soon as the carrier’s check is done",
      "5. send the item back and get a refund of $249.00, as soon as the carrier’s check is done",
    ]);
  });

  it("is told as it was where nothing is to be checked", () => {
    const now = choices.map((choice) => ({ ...choice, gives: { ...choice.gives, afterInvestigation: false } }));
    expect(disputed("en", { remedies: { ...offer, choices: now } }).text).not.toContain("as soon as");
  });

  it.each(keys)("is never told as if it came at once: %s", (key) => {
    const reply = disputed(key);
    expect(reply.needsTranslation).toBe(false);
    const [before, after] = String(packOf(key)?.choices?.afterInvestigation).split("{choice}") as [string, string];
    const [waiting, ...remedies] = listed(reply.text);
    expect(waiting).toMatch(/5|٥/);
    expect(remedies).toHaveLength(4);
    for (const line of remedies) {
      expect(line.slice(3).startsWith(before)).toBe(true);
      expect(line.endsWith(after)).toBe(true);
      expect(line.length).toBeGreaterThan(3 + before.length + after.length);
    }
  });

  it("makes the reply an acknowledgement where the language has no words for it", () => {
    const own = [
      {
        language: "sv",
        common: { all: { greeting: "Hej!", apology: "Vi beklagar.", closing: "Hälsningar", choices: "Välj:\n{choices}" } },
        situations: {
          not_received: { v1: { explanation: "Ditt paket saknas.", current_node: "…", shipment_timeline: "…", promise: "…" } },
          acknowledgement: { v1: { explanation: "Tack för ditt meddelande." } },
        },
        choices: { remedies: { full_refund: "hela beloppet tillbaka" } },
      },
    ];
    const refund = (gives: object) => ({
      remedies: { ...offer, choices: [{ remedy: "full_refund", gives, cost: null, idempotencyKey: "" }], alwaysAdd: {} },
    });
    expect(disputed("sv", refund({ refundPercent: 100 }), own).text).toContain("• hela beloppet tillbaka");
    const reply = disputed("sv", refund({ refundPercent: 100, ...later }), own);
    expect(reply).toMatchObject({ template: "acknowledgement_v1", needsTranslation: true });
    expect(reply.text).not.toContain("hela beloppet");
    const worded = [{ ...own[0], choices: { ...own[0]?.choices, afterInvestigation: "{choice}, efter kontrollen" } }];
    expect(disputed("sv", refund({ refundPercent: 100, ...later }), worded).text).toContain("• hela beloppet tillbaka, efter kontrollen");
  });

  it("can't be worded without the choice itself", () => {
    expect(() => readTemplatePacks([{ language: "en", choices: { afterInvestigation: "after the check" } }])).toThrow(/\{choice\}/);
  });
});

describe("waiting for the carrier's check", () => {
  const waiting = (key: string, investigationDays: number) =>
    disputed(key, offering({ investigationDays }))
      .text.split("\n")
      .find((line) => line.startsWith("• ") && line.includes(String(packOf(key)?.choices?.remedies?.wait?.at(1)).slice(0, 5)));

  it("counts its days by the language's own rules", () => {
    const told = (key: string, days: readonly number[]) => days.map((each) => waiting(key, each));
    const [pl1, pl3, pl5] = told("pl", [1, 3, 5]);
    expect([pl1, pl3, pl5].map((line) => /najwyżej (\d+ \p{L}+)/u.exec(line ?? "")?.[1])).toEqual(["1 dzień", "3 dni", "5 dni"]);
    expect(told("ru", [1, 3, 5, 21]).map((line) => /не более (\d+ \p{L}+)/u.exec(line ?? "")?.[1])).toEqual([
      "1 дня",
      "3 дней",
      "5 дней",
      "21 дня",
    ]);
    expect(told("ar", [1, 2, 5, 14]).map((line) => /الانتظار (.+) على الأكثر/u.exec(line ?? "")?.[1])).toEqual([
      "يومًا واحدًا",
      "يومين",
      "5 أيام",
      "14 يومًا",
    ]);
    expect(waiting("en", 1)).toContain("up to 1 day while");
  });

  it.each(keys)("tells a coupon beside it, too: %s", (key) => {
    const both = disputed(key, offering({ investigationDays: 5, couponPercent: 15 })).text;
    expect(both).toMatch(/15|١٥/);
    expect(disputed(key, offering({ investigationDays: 5 })).text).not.toMatch(/15\s?%|%15/);
  });
});

describe("a parcel that the scan shows as delivered and the customer misses", () => {
  it.each(keys)("is spoken of as both say, and the household is asked after gently: %s", (key) => {
    const sentences = packOf(key)?.sentences ?? {};
    const [scan, household] = [String(sentences["delivered_scan"]), String(sentences["ask_household"])];
    const { text } = disputed(key);
    expect(text).toContain(scan);
    expect(text.split("\n\n")).toContain(household);
    expect(text.indexOf(household)).toBeLessThan(text.indexOf("\n1. "));
    const underway = disputed(key, { shipment: lateShipment }).text;
    expect(underway).not.toContain(scan);
    expect(underway).not.toContain(household);
  });

  it("is asked after once where there are no choices: the next step does it", () => {
    const { text } = disputed("en", { remedies: undefined });
    expect(text).toContain("The carrier shows it as delivered");
    expect(text.match(/neighbour/g)).toHaveLength(1);
  });
});

describe("choices said aloud", () => {
  const heading = (key: string, channel: string) => {
    const lines = disputed(key, { ticket: { channel, text: "?" } }).text.split("\n");
    return lines[lines.findIndex((line) => line.startsWith("1. ")) - 1];
  };

  it.each(keys)("don't ask for a number in writing: %s", (key) => {
    expect(heading(key, "phone")).toBe(heading(key, "video"));
    expect(heading(key, "phone")).not.toBe(heading(key, "email"));
    expect(heading(key, "live_chat")).toBe(heading(key, "email"));
  });

  it("ask which one suits", () => {
    expect(heading("en", "phone")).toBe("Please tell us which of these suits you best:");
    expect(heading("en", "email")).toContain("reply with the number");
  });
});
