import { issueTypes, type CaseFile, type IssueType } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { noticeTemplates, paymentTemplates, refundTemplates } from "../notices/notice-templates.js";
import { renderNotice } from "../notices/render-notice.js";
import { noticesStage, replyStage } from "../stage/index.js";
import { bareCase, fullCase } from "../testing/full-case.js";
import { compileMessage } from "./message.js";
import { readTemplatePacks } from "./read-packs.js";
import { standardTemplates } from "./standard-templates.js";
import { templateCoverage } from "./template-coverage.js";
import { packKey, type TemplatePack } from "./template-pack.js";

const languages = ["en", "zh", "ja", "ko", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "ar", "th", "vi", "id", "tr"];
const packs = [...languages, "zh-Hant"];
const mainSituations = [
  "delay",
  "tracking",
  "not_received",
  "damaged",
  "quality_defect",
  "wrong_item",
  "not_as_described",
  "customs_hold",
  "return_exchange",
  "refund_status",
  "service_complaint",
  "generic",
  "acknowledgement",
];
const packOf = (language: string) => standardTemplates.find((pack) => packKey(pack) === language) as TemplatePack;

/** All texts of a pack by place, with variants and alternatives taken together. */
function textsOf(value: unknown, path: readonly string[] = []): { place: string; text: string }[] {
  if (typeof value === "string") return [{ place: path.join("."), text: value }];
  return Object.entries(value as object).flatMap(([key, member]: [string, unknown]) => {
    if (
      path.length === 0 &&
      ["language", "script", "beside", "countries", "direction", "joiner", "locales", "dates", "honorific", "formalAddress"].includes(key)
    )
      return [];
    return textsOf(member, /^(\d+|v\d+|all|plain)$/.test(key) ? path : [...path, key]);
  });
}

const syntax = /\b(plural|select|number|zero|one|two|few|many|other|yes|claim|small)\b|=\d/g;
/** What a text says itself: without placeholders and keywords of the message syntax. */
const wordsOf = (text: string) =>
  text
    .replace(/\{\s*\w+\s*(?=[,}])/g, "{")
    .replace(syntax, " ")
    .replace(/\{\s*\}/g, " ");

describe("the standard templates", () => {
  it("speak the seventeen languages", () => {
    expect([...new Set(standardTemplates.map(({ language }) => language))].sort()).toEqual([...languages].sort());
    expect(standardTemplates.map(packKey)).toContain("zh-Hant");
  });

  it("can be read as a host's own can", () => {
    expect(() => readTemplatePacks(standardTemplates)).not.toThrow();
  });

  it.each(packs)("have the answers that no language may lack: %s", (language) => {
    const { situations, notices, common } = packOf(language);
    for (const situation of ["acknowledgement", "off_hours"]) {
      const parts = Object.values(situations?.[situation] ?? {}).flatMap((texts) => Object.keys(texts));
      expect(parts).toEqual(expect.arrayContaining(["subject", "explanation", "next_step"]));
    }
    expect(Object.keys(common?.["all"] ?? {})).toEqual(expect.arrayContaining(["greeting", "apology", "promise", "closing"]));
    expect(Object.keys(notices ?? {}).sort()).toEqual([...noticeTemplates].sort());
  });

  it.each(packs)("are complete in %s", (language) => {
    expect(templateCoverage().find((each) => each.language === language)).toMatchObject({ share: 1, lacks: [] });
    for (const situation of mainSituations)
      expect(Object.keys(packOf(language).situations?.[situation] ?? {})).toEqual(expect.arrayContaining(["v1", "v2"]));
  });

  it.each(packs.filter((language) => language !== "en"))("read no placeholder that English doesn't read there: %s", (language) => {
    const allowed = new Map<string, Set<string>>();
    for (const { place, text } of textsOf(packOf("en"))) {
      const base = place.replace(
        /\.(apologise_directly|explain_more|care_for_relationship|soothe_first|rebuild_trust|formal|warm|concise)$/,
        "",
      );
      allowed.set(base, new Set([...(allowed.get(base) ?? []), ...compileMessage(text, "en").reads]));
    }
    for (const { place, text } of textsOf(packOf(language))) {
      const base = place.replace(
        /\.(apologise_directly|explain_more|care_for_relationship|soothe_first|rebuild_trust|formal|warm|concise)$/,
        "",
      );
      const extra = compileMessage(text, language).reads.filter((name) => allowed.get(base)?.has(name) !== true);
      expect({ place, extra }).toEqual({ place, extra: [] });
    }
  });

  it.each(packs)("fill the same placeholders as English in notices on refunds and payments: %s", (language) => {
    const slotsOf = (pack: TemplatePack) =>
      Object.fromEntries(
        [
          ...[...refundTemplates, ...paymentTemplates].map((key): [string, unknown] => [key, pack.notices?.[key]]),
          ...Object.entries({ ...pack.details, ...pack.methods }),
        ].map(([key, text]) => [key, [text].flat().map((each) => compileMessage(String(each), language).reads.toSorted())]),
      );
    expect(slotsOf(packOf(language))).toEqual(slotsOf(packOf("en")));
  });

  it.each(["zh", "zh-Hant", "ja", "ko", "ar", "ru", "th"])("hold no Latin letters in %s", (language) => {
    const latin = textsOf(packOf(language)).filter(({ text }) => /[A-Za-z]/.test(wordsOf(text)));
    expect(latin).toEqual([]);
  });

  it.each(["de", "fr", "es", "pt", "it", "nl", "pl", "vi", "id", "tr"])("hold no English in %s", (language) => {
    const english = /\b(the|you|your|please|parcel|with|this|from|thank|sorry|are|is on|has been|order is)\b/i;
    expect(textsOf(packOf(language)).filter(({ text }) => english.test(wordsOf(text)))).toEqual([]);
  });

  it.each(packs)("repeat no sentence of another language: %s", (language) => {
    const others = new Set(
      standardTemplates.filter((pack) => packKey(pack) !== language).flatMap((pack) => textsOf(pack).map(({ text }) => text)),
    );
    // Single words coincide between neighbours; whole sentences don’t.
    expect(textsOf(packOf(language)).filter(({ text }) => wordsOf(text).trim().length > 30 && others.has(text))).toEqual([]);
  });

  it("hold no simplified characters in traditional Chinese, and no traditional ones in simplified", () => {
    const told = (pack: string) =>
      textsOf(packOf(pack))
        .map(({ text }) => text)
        .join("");
    expect(told("zh-Hant")).not.toMatch(/[们这还给货关电时问题检过发请为从单编购复费转确认处]/);
    expect(told("zh")).not.toMatch(/[們這還給貨關電時問題檢過發請為從單編購復費轉確認處]/);
  });

  it.each(["en", "es", "pt"])("say plain ASCII apostrophes nowhere, for they quote in messages: %s", (language) => {
    expect(textsOf(packOf(language)).filter(({ text }) => text.includes("'"))).toEqual([]);
  });
});

/** A history that used up the first variants, so that the second ones are taken. */
const secondTime = {
  repliesSent: standardTemplates
    .flatMap(({ situations }) => Object.keys(situations ?? {}))
    .map((situation) => ({ template: `${situation}_v1`, at: "2026-01-01T00:00:00Z" })),
};
const offHours = {
  sla: { offHours: true },
  assignment: { handler: "human", expectedResponseAt: "2026-03-04T15:00:00Z" },
} as unknown as Partial<CaseFile>;
const kinds: readonly (readonly [string, typeof fullCase, Partial<CaseFile>])[] = [
  ["full", fullCase, {}],
  ["full, again", fullCase, { history: secondTime }],
  ["bare", bareCase, {}],
  ["bare, again", bareCase, { history: secondTime }],
  ["off hours", fullCase, offHours],
  ["bare, off hours", bareCase, offHours],
];

describe.each(languages)("every reply in %s", (language) => {
  it.each(kinds)("is whole for a case that is %s", (_name, make, more) => {
    for (const issueType of issueTypes) {
      const reply = replyStage.run(make(language, issueType, more));
      expect(reply).toMatchObject({ language });
      expect(reply.needsTranslation).toBe(false);
      expect(`${reply.subject ?? ""}\n${reply.text}`).not.toMatch(/[{}]|undefined|\bnull\b|\bNaN\b/);
      expect(reply.text.split("\n\n").every((paragraph) => paragraph.trim() !== "")).toBe(true);
      expect(reply.parts).toEqual(expect.arrayContaining(["explanation", "closing"]));
      if (make === fullCase && more !== offHours) expect(reply.parts).toContain("choices");
    }
  });

  it("is never the same twice in a row", () => {
    for (const issueType of issueTypes) {
      const first = replyStage.run(fullCase(language, issueType));
      const second = replyStage.run(
        fullCase(language, issueType, { history: { repliesSent: [{ template: first.template, at: "2026-03-01T00:00:00Z" }] } }),
      );
      expect(second.template).not.toBe(first.template);
      expect(second.text).not.toBe(first.text);
    }
  });
});

describe("every reply in traditional Chinese", () => {
  const traditional = (make: typeof fullCase) => (_language: string, issueType: IssueType, more: Partial<CaseFile>) =>
    make("zh", issueType, { language: { code: "zh", confidence: 1, script: "Hant" } as never, ...more });

  it.each(kinds)("is whole for a case that is %s", (_name, make, more) => {
    for (const issueType of issueTypes) {
      const reply = replyStage.run(traditional(make)("zh", issueType, more));
      expect(reply).toMatchObject({ language: "zh", needsTranslation: false });
      expect(reply.text).toContain("您好");
      expect(`${reply.subject ?? ""}\n${reply.text}`).not.toMatch(/[{}]|undefined|\bnull\b|\bNaN\b|[们这还给货请为]/);
    }
  });
});

describe.each(languages)("every notice in %s", (language) => {
  const events: readonly (readonly [string, object])[] = [
    ["order_paid", { kind: "order_paid" }],
    ["order_shipped", { kind: "order_shipped" }],
    ["in_customs", { kind: "tracking_updated", data: { status: "customs" } }],
    ["out_for_delivery", { kind: "tracking_updated", data: { status: "out_for_delivery" } }],
    ["delivered", { kind: "tracking_updated", data: { status: "delivered" } }],
    ["delay", { kind: "timer_due" }],
    ["customs_hold", { kind: "tracking_updated", data: { status: "held", reason: "inspection" } }],
    ["address_error", { kind: "tracking_updated", data: { status: "attempt_failed", reason: "wrong_address" } }],
    ["payment_failed", { kind: "payment_failed" }],
    ["lost", { kind: "tracking_updated", data: { status: "lost" } }],
  ];

  it.each(events)("tells %s, with an order and without one", (kind, event) => {
    const { customer, order, shipment } = fullCase(language, "other");
    const now = "2026-03-03T15:00:00Z";
    const bareShipment = { shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 };
    for (const caseFile of [
      { now, event, customer, order, shipment },
      { now, event, customer: { language }, shipment: bareShipment },
    ]) {
      const notice = noticesStage.run(caseFile as CaseFile).find((each) => each.kind === kind);
      expect(notice).toMatchObject({ kind, language });
      expect(notice?.text).not.toMatch(/[{}]|undefined|\bnull\b|\bNaN\b/);
    }
  });

  it("tells off_hours where no reply is written", () => {
    const caseFile = { now: "2026-03-03T15:00:00Z", ticket: { channel: "email" }, customer: { language }, sla: { autoReply: "off_hours" } };
    expect(noticesStage.run(caseFile as unknown as CaseFile)).toMatchObject([{ kind: "off_hours", language }]);
  });
});

describe.each(packs)("every notice on money in %s", (pack) => {
  const customer = { language: pack, country: pack === "zh-Hant" ? "TW" : "US", zone: "America/New_York", name: "Marie Curie" };
  const full = {
    amount: { amount: "89.90", currency: "USD" },
    whole: { amount: "120.00", currency: "USD" },
    method: "card",
    lastFour: "4242",
    from: "2026-03-10",
    to: "2026-03-17",
    reference: "74537604221",
    retryAt: "2026-03-03T16:00:00Z",
    explanation: "refund_delay_card",
  };

  it.each([...refundTemplates, ...paymentTemplates])("tells %s, with all there is to say and with nothing", (template) => {
    const bare = renderNotice({ template, values: template === "refund_part" ? { whole: full.whole } : {} }, { customer });
    const rich = renderNotice({ template, values: full }, { customer, order: { id: "O-1" } });
    for (const notice of [bare, rich]) {
      expect(notice.language).toBe(pack.slice(0, 2));
      expect(notice.text).not.toMatch(/[{}]|undefined|\bnull\b|\bNaN\b/);
    }
    for (const value of ["O-1", "4242", "74537604221"]) expect(rich.text).toContain(value);
    expect(rich.text.length).toBeGreaterThan(bare.text.length);
  });
});
