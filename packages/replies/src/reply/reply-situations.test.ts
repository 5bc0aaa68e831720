import { issueTypes, type CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { standardTemplates } from "../templating/standard-templates.js";
import { packKey } from "../templating/template-pack.js";
import { replyStage } from "../stage/index.js";
import { bareCase, classified, fullCase, lateShipment, offer } from "../testing/full-case.js";

const run = (caseFile: CaseFile) => replyStage.run(caseFile);
const keys = standardTemplates.map(packKey);
const written = (key: string, ticket: object, classification: object): CaseFile => ({
  ...bareCase(key.slice(0, 2), "other"),
  language: { code: key.slice(0, 2), confidence: 1, script: key.includes("-") ? key.slice(3) : "Latn" } as never,
  ticket: { channel: "email", ...ticket } as never,
  classification: classified("other", { isComplaint: false, sentiment: "positive", ...classification }),
  sla: { updates: { acknowledgeBy: "2026-03-03T15:05:00Z", every: "PT24H", at: ["2026-03-04T15:00:00Z"], rule: "r" } } as never,
});

describe("thanks", () => {
  it.each(keys)("get a kind word and no promise: %s", (key) => {
    const reply = run(written(key, { text: "!" }, {}));
    expect(reply).toMatchObject({ template: "thanks_v1", parts: ["explanation", "closing"], needsTranslation: false });
    expect(reply.text).not.toMatch(/\d/);
    const again = { ...written(key, { text: "!" }, {}), history: { repliesSent: [{ template: "thanks_v1", at: "2026-03-01T00:00:00Z" }] } };
    expect(run(again).template).toBe("thanks_v2");
  });

  it.each(["Could you tell me more?", "ありがとうございます。いつ届きますか。", "谢谢，可以换吗"])(
    "that ask something get an answer: %s",
    (text) => {
      expect(run({ ...written("en", { text }, {}), customer: { id: "U-1" } }).template).toBe("generic_v1");
    },
  );
});

describe("a message that asks nothing", () => {
  it.each(keys)("is confirmed briefly: %s", (key) => {
    const reply = run(written(key, { text: "." }, { sentiment: "neutral" }));
    expect(reply).toMatchObject({ template: "note_v1", parts: ["explanation", "closing"] });
  });

  it("and one from a stranger who asks for a call, too", () => {
    expect(run(written("en", { text: "Are you open to a call?" }, {})).template).toBe("note_v1");
  });
});

it("doesn't pretend to have understood what was hard to classify", () => {
  const reply = run(fullCase("en", "other", { classification: classified("other", { askHuman: true }) }));
  expect(reply.template).toBe("acknowledgement_v1");
  expect(reply.parts).not.toContain("choices");
  expect(reply.hints.join()).toContain("hard to classify");
  const known = run(fullCase("en", "logistics_delay", { classification: classified("logistics_delay", { askHuman: true }) }));
  expect(known.template).toBe("delay_v1");
  expect(known.hints.join()).toContain("hard to classify");
});

describe("a parcel of which nothing is known", () => {
  const asked = (key: string, more: Partial<CaseFile>) =>
    run({
      ...bareCase(key.slice(0, 2), "logistics_delay"),
      language: { code: key.slice(0, 2), confidence: 1, script: key.includes("-") ? key.slice(3) : "Latn" } as never,
      ...more,
    });

  it.each(keys)("isn't said to have been looked up: %s", (key) => {
    const without = asked(key, {});
    expect(without).toMatchObject({ template: "parcel_unknown_v1", needsTranslation: false });
    const ordered = asked(key, { order: { id: "O-77" } });
    expect(ordered.text.match(/O-77/g)?.length).toBe(2);
    expect(asked(key, { shipment: { trackingNumber: "YT1" } }).text.match(/YT1/g)?.length).toBe(2);
    expect(new Set([without.text, ordered.text]).size).toBe(2);
  });

  it("is asked for by its order number", () => {
    expect(asked("en", {}).text).toContain("Please reply with your order number.");
    expect(asked("en", { order: { id: "O-77" } }).text).not.toContain("order number");
  });

  it("still leaves the choices, and asks for evidence once", () => {
    const reply = run(fullCase("en", "logistics_not_received", { shipment: null }));
    expect(reply.parts).toEqual(["apology", "explanation", "choices", "promise", "next_step", "closing"]);
    expect(reply.text.match(/please send us the following/g)).toHaveLength(1);
  });
});

describe("paragraphs", () => {
  it.each(keys)("set sentences apart from the list of choices and from the sign-off: %s", (key) => {
    for (const issueType of issueTypes) {
      const reply = run(
        fullCase(key.slice(0, 2), issueType, {
          language: { code: key.slice(0, 2), confidence: 1, script: key.includes("-") ? key.slice(3) : "Latn" } as never,
          classification: classified(issueType, { sentiment: "disappointed" }),
          remedies: { ...offer, alwaysAdd: {} },
        }),
      );
      const list = reply.text.split("\n\n").find((paragraph) => paragraph.includes("\n1. ")) as string;
      expect(
        list
          .split("\n")
          .slice(1)
          .every((line) => /^\d\. /.test(line)),
      ).toBe(true);
      expect(list.split("\n")).toHaveLength(4);
      const pack = standardTemplates.find((each) => packKey(each) === key);
      const trust = pack?.sentences?.["trust"] as string;
      expect(reply.text.split("\n\n").some((paragraph) => paragraph === trust)).toBe(true);
    }
  });
});

describe("short channels", () => {
  it.each(["live_chat", "social", "phone", "video"] as const)("get few parts and no letter's end: %s", (channel) => {
    const reply = run(fullCase("en", "logistics_delay", { ticket: { channel, text: "?" } }));
    expect(reply.parts).toEqual(["apology", "explanation", "current_node", "choices", "promise"]);
    expect(reply.text).toMatch(/^Hi Marie Curie,/);
    expect(reply.text).not.toMatch(/regards|Best,|journey/);
  });
});

describe("off hours", () => {
  const off = { sla: { offHours: true }, assignment: { handler: "human", expectedResponseAt: "2026-03-04T15:00:00Z" } } as never;

  it.each(keys)("the reply asks for nothing and takes no blame yet: %s", (key) => {
    const pack = standardTemplates.find((each) => packKey(each) === key);
    const reply = run({
      ...fullCase(key.slice(0, 2), "quality_defect", off),
      language: { code: key.slice(0, 2), confidence: 1, script: key.includes("-") ? key.slice(3) : "Latn" } as never,
    });
    expect(reply).toMatchObject({ template: "off_hours_v1", tone: expect.arrayContaining(["apologise_directly"]) as unknown });
    expect(reply.text).not.toContain(pack?.evidence?.photo);
    expect(reply.text).not.toContain(pack?.sentences?.["responsibility"] as string);
    const apology = pack?.common?.["all"]?.apology;
    const plain = typeof apology === "object" && "plain" in apology ? String(apology.plain) : "";
    expect(plain).not.toBe("");
    expect(reply.text).toContain(plain);
  });
});

describe("evidence", () => {
  it("is asked of the customer only where a customer can give it", () => {
    const risk = { score: 80, band: "high", reasons: [], churn: false, policies: [], rules: [], missing: [] };
    const asked = (evidence: readonly string[]) =>
      run(fullCase("en", "logistics_not_received", { remedies: { ...offer, choices: [] }, risk: { ...risk, evidence } as never }));
    const mixed = asked(["proof_of_delivery", "carrier_statement", "affidavit", "return_inspection"]);
    expect(mixed.text).toContain("please send us the following: a signed statement that the parcel did not reach you.");
    expect(mixed.hints.join()).toContain("ours to get");
    expect(asked(["proof_of_delivery"]).text).not.toContain("please send us");
  });
});

describe("names", () => {
  const greeting = (language: string, name: string, country: string) =>
    run(fullCase(language, "invoice", { customer: { name, country, language } })).text.split("\n")[0];

  it("that are given names alone are left out where a formal greeting wants more", () => {
    expect(greeting("de", "Annegret", "DE")).toBe("Guten Tag,");
    expect(greeting("de", "Annegret Vollmer", "DE")).toBe("Guten Tag Annegret Vollmer,");
    expect(greeting("de", "Annegret", "US")).toBe("Guten Tag Annegret,");
    expect(greeting("nl", "Lieven", "BE")).toBe("Geachte klant,");
    expect(greeting("ja", "三浦", "JP")).toBe("三浦 様");
    expect(greeting("ru", "Тимур", "RU")).toBe("Здравствуйте, Тимур!");
  });

  it("carry the word of address once", () => {
    expect(greeting("th", "คุณแพรว", "TH")).toBe("สวัสดีคุณ แพรว");
    expect(greeting("ja", "大塚様", "JP")).toBe("大塚 様");
    expect(greeting("th", "คุณ", "TH")).toBe("สวัสดีคุณ คุณ");
  });
});

describe("the script of Chinese", () => {
  const subject = (script: string | undefined, more: Partial<CaseFile>, source = "detected") =>
    run(fullCase("zh", "invoice", { ...more, language: { code: "zh", confidence: 1, script, source } as never })).subject;

  it.each([
    ["written traditional", "Hant", { customer: { country: "US" } }, "關於"],
    ["written simplified, though the customer lives in Taiwan", "Hans", { customer: { country: "TW" } }, "关于"],
    ["alike in both, from Hong Kong", "Hani", { customer: { country: "HK" } }, "關於"],
    ["alike in both, from Singapore", "Hani", { customer: { country: "SG" } }, "关于"],
    ["alike in both, from nobody knows where", "Hani", { customer: {}, order: { id: "O-1" } as never }, "关于"],
  ])("is that of the message, else that of the country: %s", (_name, script, more, words) => {
    expect(subject(script, more)).toContain(words);
  });

  it("follows a tag where the text tells none", () => {
    const given = (language: string) => subject("Hani", { customer: { language } }, "given");
    expect(given("zh-TW")).toContain("關於");
    expect(given("zh_Hant")).toContain("關於");
    expect(given("zh-CN")).toContain("关于");
    expect(given("zh-not a tag")).toContain("关于");
  });
});

describe("dates", () => {
  const promised = (language: string, country: string) =>
    run(fullCase(language, "invoice", { customer: { country, zone: "UTC" }, remedies: undefined })).text;

  it("are put together as people of the language write them", () => {
    expect(promised("ar", "AE")).toContain("4 مارس 2026 الساعة 3:00 م");
    expect(promised("vi", "VN")).toContain("ngày 4/3/2026 lúc 15:00");
    expect(promised("de", "DE")).toContain("am 4. März 2026 um 15:00 Uhr");
    expect(promised("pl", "PL")).toContain("4 marca 2026, godz. 15:00");
  });

  it("never end a sentence with two stops", () => {
    const off = {
      sla: { offHours: true },
      assignment: { handler: "human", expectedResponseAt: "2026-03-04T15:00:00Z" },
    } as unknown as Partial<CaseFile>;
    for (const language of ["es", "en", "pt"])
      expect(run(fullCase(language, "logistics_delay", { ...off, customer: { country: "MX", zone: "UTC" } })).text).not.toContain("..");
    const named = run(fullCase("en", "invoice", { shipment: lateShipment, customer: { name: "J. R.", country: "US" } }));
    expect(named.text).toContain("Hello J. R.,");
  });
});

describe("a queue", () => {
  const waiting = (language: string, queue: object) =>
    run(
      fullCase(language, "logistics_delay", {
        assignment: { handler: "human", expectedResponseAt: "2026-03-03T19:00:00Z", queue } as never,
      }),
    ).text;

  it.each(keys)("is told with the place and the wait, as far as they are known: %s", (key) => {
    const texts = [
      { position: 12, expectedWait: "PT50M", rule: "r" },
      { position: null, expectedWait: "PT50M", rule: "r" },
      { position: 12, expectedWait: null, rule: "r" },
      { position: null, expectedWait: "PT0S", rule: "r" },
    ].map((queue) => waiting(key.slice(0, 2), queue));
    expect(new Set(texts).size).toBe(4);
    const without = waiting(key.slice(0, 2), null as never);
    for (const text of texts) expect(text.length).toBeGreaterThan(without.length);
  });

  it("says when, by the customer's clock", () => {
    const text = waiting("en", { position: 12, expectedWait: "PT50M", rule: "r" });
    expect(text).toContain("Yours is number 12 in the queue, and we expect to get to it by about March 3, 2026 at 10:50 AM.");
  });
});
