import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { issueTypes, type IssueType } from "../model/words.js";
import type { Policy } from "../rules/policy.js";
import { classifyTicket } from "./classify-ticket.js";
import { parseLexicon } from "./lexicon.js";

const messages = JSON.parse(readFileSync(new URL("./testing/buyer-messages.json", import.meta.url), "utf8")) as Record<
  string,
  Record<IssueType, string>
>;
const fullLanguages = ["en", "zh", "ja", "ar", "de", "es"];

describe("buyers' messages", () => {
  for (const [language, byLabel] of Object.entries(messages)) {
    it.each(Object.entries(byLabel))(`${language}: %s`, (label, text) => {
      expect(classifyTicket({ text }).issueType).toBe(label);
    });
  }

  it("cover every label in six languages and six labels in each of the seventeen", () => {
    expect(Object.keys(messages)).toHaveLength(17);
    for (const language of fullLanguages)
      expect(Object.keys(messages[language] ?? {})).toEqual([...issueTypes].filter((label) => label in (messages[language] ?? {})));
    for (const language of fullLanguages) expect(Object.keys(messages[language] ?? {})).toHaveLength(issueTypes.length);
    for (const byLabel of Object.values(messages)) expect(Object.keys(byLabel).length).toBeGreaterThanOrEqual(6);
  });
});

describe("matters of other trades", () => {
  it.each([
    ["Cancel all my alarms for Saturday"],
    ["tüm hatırlatıcıları iptal et"],
    ["Batalkan pengingat untuk rapat"],
    ["annuleer de wekker voor morgen"],
    ["今夜はどれくらい寒いですか？"],
    ["what is the exchange rate between euros and dollars"],
  ])("%s", (text) => {
    expect(classifyTicket({ text })).toMatchObject({ issueType: "other", sentiment: "neutral" });
  });

  it.each(["Please cancel my order", "siparişimi iptal et", "tolong batalkan pesanan saya", "annuleer mijn bestelling"])(
    "not so: %s",
    (text) => {
      expect(classifyTicket({ text }).issueType).toBe("order_change");
    },
  );
});

describe("precedence", () => {
  it.each([
    ["a fault named beats the remedy wanted", "The kettle stopped working, I want my money back", "quality_defect"],
    ["returning settled, the question is how", "You approved my return, where do I send it?", "return_exchange"],
    ["delivered but missing", "Tracking says delivered on Monday but nothing is here", "logistics_not_received"],
    ["never came", "My order never arrived", "logistics_not_received"],
    ["days beyond promise", "Where is my order? I have been waiting for 40 days", "logistics_delay"],
    ["held at customs", "My parcel is held at customs", "customs_clearance"],
    ["asked to pay", "My parcel is held at customs and they want me to pay import duty", "duties_and_taxes"],
    ["nothing said", "ok", "other"],
  ])("%s", (_, text, label) => {
    expect(classifyTicket({ text }).issueType).toBe(label);
  });

  it("puts the first of two issues first and the other among the alternatives", () => {
    const { issueType, alternatives, complexity } = classifyTicket({ text: "I need a VAT invoice. Also I cannot log in." });
    expect([issueType, alternatives[0]?.issueType, complexity]).toEqual(["invoice", "account", "complex"]);
    expect(classifyTicket({ text: "I cannot log in. Also I need a VAT invoice." }).issueType).toBe("account");
  });
});

describe("mixed language and spelling", () => {
  it.each([
    ["你好 where is my order? 谢谢", "logistics_tracking"],
    ["我的order还没收到，等了三个星期了", "logistics_delay"],
    ["WHERE IS MY PAAARCEL", "logistics_tracking"],
    ["ｗｈｅｒｅ ｉｓ ｍｙ ｐａｒｃｅｌ", "logistics_tracking"],
    ["wheres my package", "logistics_tracking"],
    ["Ich moechte die Schuhe zurueckschicken", "return_exchange"],
    ["donde esta mi paquete", "logistics_tracking"],
    ["我的包裹在哪裡？物流沒有更新", "logistics_tracking"],
    ["where is my re\u200bfund", "refund_status"],
  ])("%s", (text, label) => {
    expect(classifyTicket({ text }).issueType).toBe(label);
  });
});

describe("evidence", () => {
  it("points into the text, and into the subject only where the text is silent", () => {
    const text = "  Hello 👋 ｗhere is my parcel?";
    const { evidence } = classifyTicket({ text, subject: "Where is my parcel? Invoice needed" });
    for (const { phrase, start, end, in: place } of evidence) {
      expect((place === "subject" ? "Where is my parcel? Invoice needed" : text).slice(start, end)).toBe(phrase);
    }
    expect(evidence.filter((span) => span.in === "subject").map(({ label }) => label)).toEqual(["invoice"]);
    expect(evidence.find(({ label }) => label === "logistics_tracking")?.in).toBeUndefined();
  });

  it("names the days that made it a delay, and lists nothing twice", () => {
    const text = "45 DAYS!!! Where is my parcel? I want my money back, I want my money back";
    const { issueType, evidence, margin, askHuman } = classifyTicket({ text });
    expect(issueType).toBe("logistics_delay");
    expect(evidence[0]).toEqual({ label: "logistics_delay", phrase: "45 DAYS", start: 0, end: 7 });
    const keys = evidence.map(({ label, start, end }) => `${label} ${start} ${end}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect([margin > 0, askHuman]).toEqual([true, false]);
    const [span] = classifyTicket({ text: "Where is my parcel?", subject: "Waiting 45 days" }).evidence.filter(({ in: place }) => place);
    expect(span).toMatchObject({ label: "logistics_delay", in: "subject" });
  });

  it("reads a message whose text says nothing by its subject", () => {
    expect(classifyTicket({ text: "4711", subject: "Rechnung fehlt, bitte Rechnung senden" }).issueType).toBe("invoice");
  });
});

const testing = <Value>(name: string): [string, Value][] =>
  Object.entries(JSON.parse(readFileSync(new URL(`./testing/${name}.json`, import.meta.url), "utf8")) as Record<string, Value>);

describe("in each of the seventeen languages", () => {
  it.each(testing<readonly string[]>("scanned-as-delivered"))("%s: scanned as delivered, and not there", (language, texts) => {
    for (const text of texts) expect(classifyTicket({ text, language }).issueType).toBe("logistics_not_received");
  });

  it.each(testing<string>("customs-ask-for-a-sum"))("%s: customs that ask for a sum ask for duty", (language, text) => {
    expect(classifyTicket({ text, language }).issueType).toBe("duties_and_taxes");
  });

  it.each(testing<string>("called-a-cheat"))("%s: whoever calls the seller a cheat complains", (language, text) => {
    expect(classifyTicket({ text, language })).toMatchObject({
      issueType: "service_complaint",
      stage: "complaint",
      sentiment: "angry",
      urgency: "high",
      complexity: "medium",
    });
  });
});

describe("what isn't said", () => {
  it("names no deadline in an ultimatum without a date", () => {
    for (const text of [
      "Refund me or I will leave a 1 star review",
      "Geld zurück, sonst gehe ich zum Anwalt",
      "Reembólsenme, de lo contrario pondré una mala reseña",
      "马上退款，否则我给差评",
    ])
      expect(classifyTicket({ text }).signals).not.toContain("deadline_named");
    expect(classifyTicket({ text: "Refund me by Friday or I will leave a 1 star review" }).signals).toContain("deadline_named");
  });

  it("asks nobody where a remedy is wanted for a long delay", () => {
    expect(classifyTicket({ text: "My parcel is 45 days late, I want my money back" })).toMatchObject({
      issueType: "logistics_delay",
      askHuman: false,
    });
  });

  it("shows no wish to return that was refused", () => {
    const { evidence, signals } = classifyTicket({ text: "我不想退款，只想知道包裹到哪里了" });
    expect(evidence.map(({ label, phrase }) => [label, phrase])).toEqual([["logistics_tracking", "包裹到哪里了"]]);
    expect(signals).toEqual([]);
  });

  it("takes a scam denied for no complaint", () => {
    expect(classifyTicket({ text: "Partner with us, this is not a scam" }).issueType).toBe("other");
  });
});

describe("options", () => {
  const policy = (name: string): Policy => ({
    policy: name,
    version: "1.0.0",
    stage: "classification",
    decision: "issueType",
    decide: "first",
    rules: [
      {
        name: "all",
        conditions: { all: [{ fact: "text.words", operator: "greaterThan", value: 0 }] },
        event: { type: "issueType", params: { issueType: "account" } },
      },
    ],
  });

  it("asks a team's own policy before the standard one, or in its place", () => {
    const own = classifyTicket({ text: "where is my parcel" }, { policy: policy("shop/own") });
    expect([own.issueType, own.rules[0]]).toEqual(["account", "shop/own/all"]);
    const instead = classifyTicket({ text: "where is my parcel" }, { policy: [policy("classification/standard-issue-type")] });
    expect(instead.rules[0]).toBe("classification/standard-issue-type/all");
  });

  it("refuses a policy that speaks of unknown facts", () => {
    const bad = policy("shop/bad");
    const rule = {
      ...(bad.rules[0] as Policy["rules"][number]),
      conditions: { all: [{ fact: "scores.nonsense", operator: "equal", value: 1 }] },
    };
    expect(() => classifyTicket({ text: "x" }, { policy: { ...bad, rules: [rule] } })).toThrow(InvalidPolicyError);
  });

  it("reads a team's own lexicon, of another language too", () => {
    const sv = parseLexicon({ language: "sv", phrases: { invoice: { 5: ["(skicka|mejla) kvitto*"] } } });
    expect(classifyTicket({ text: "Kan ni mejla kvittot?", language: "sv" }, { lexicons: { sv } }).issueType).toBe("invoice");
    expect(classifyTicket({ text: "Kan ni mejla kvittot?", language: "sv-SE" }, { lexicons: { sv } }).issueType).toBe("invoice");
  });

  it("lets a model speak where the phrases say nothing", () => {
    const model = { name: "test", version: "1", predict: () => ({ promotion: 0.9, account: 0.05 }) };
    expect(classifyTicket({ text: "hmm" }, { model }).issueType).toBe("promotion");
    const unsure = { ...model, predict: () => ({ promotion: 0.15, account: 0.05 }) };
    expect(classifyTicket({ text: "where is my parcel" }, { model: unsure }).issueType).toBe("logistics_tracking");
    expect(classifyTicket({ text: "hmm" }, { model: unsure }).issueType).toBe("other");
    expect(classifyTicket({ text: "hmm" }, { model, lexicons: {} }).issueType).toBe("promotion");
  });

  it("lets a model contradict a phrase, and no unmistakable one", () => {
    const model = { name: "test", version: "1", predict: () => ({ promotion: 0.6, account: 0.2 }) };
    expect(classifyTicket({ text: "where is my parcel" }, { model }).issueType).toBe("promotion");
    const charged =
      "I was charged twice, two identical charges on my card, payment failed first, then went through: please refund the duplicate payment";
    expect(classifyTicket({ text: charged }, { model }).issueType).toBe("payment_failure");
  });

  it("ranks what came next by phrases and model together", () => {
    const model = { name: "test", version: "1", predict: () => ({ promotion: 0.6, account: 0.3, invoice: 0.06 }) };
    const { alternatives, margin } = classifyTicket({ text: "hmm" }, { model });
    expect(alternatives).toEqual([
      { issueType: "account", score: 3 },
      { issueType: "invoice", score: 0.6 },
    ]);
    expect(margin).toBe(3);
  });

  it("tells a model what the lexicons found", () => {
    const heard: (ReadonlyMap<string, number> | undefined)[] = [];
    const model = {
      name: "test",
      version: "1",
      predict: (_text: string, _language: string, points?: ReadonlyMap<string, number>) => {
        heard.push(points);
        return {};
      },
    };
    classifyTicket({ text: "Please send me an invoice", language: "en" }, { model });
    expect(heard[0]?.get("invoice")).toBeGreaterThan(0);
  });
});
