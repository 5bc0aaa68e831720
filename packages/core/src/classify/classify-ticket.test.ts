import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { classificationSchema } from "../model/classification.js";
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

describe("negation", () => {
  it.each([
    ["I don't want a refund, just tell me where my parcel is", "logistics_tracking"],
    ["I do not want to return it, I want an invoice", "invoice"],
    ["Don't cancel my order! Where is it?", "logistics_tracking"],
    ["It doesn't work I want a refund", "quality_defect"],
    ["Ich will kein Geld zurück, wo ist mein Paket?", "logistics_tracking"],
    ["No quiero devolverlo, ¿dónde está mi pedido?", "logistics_tracking"],
    ["我不想退货，我的快递到哪了？", "logistics_tracking"],
    ["لا أريد استرداد المبلغ، أين طلبي؟", "logistics_tracking"],
  ])("%s", (text, label) => {
    expect(classifyTicket({ text }).issueType).toBe(label);
  });

  it("turns praise into complaint and takes complaint back", () => {
    expect(classifyTicket({ text: "the sound is not good" }).sentiment).toBe("negative");
    expect(classifyTicket({ text: "the sound is good" }).sentiment).toBe("positive");
    expect(classifyTicket({ text: "it is not bad" }).sentiment).toBe("neutral");
  });
});

const refusals = JSON.parse(readFileSync(new URL("./testing/refusals.json", import.meta.url), "utf8")) as Record<string, readonly string[]>;

describe("a remedy that isn't wanted", () => {
  it.each(Object.entries(refusals))("is taken back in %s, and the question stands", (language, texts) => {
    for (const text of texts) {
      const { issueType, sentiment, evidence } = classifyTicket({ text, language });
      expect([issueType, sentiment], text).toEqual(["logistics_tracking", "neutral"]);
      const labels = evidence.map(({ label }) => label);
      for (const label of ["refund_status", "return_exchange", "remedy_wanted"]) expect(labels, text).not.toContain(label);
    }
  });

  it("is said in all seventeen languages", () => {
    expect(Object.keys(refusals)).toHaveLength(17);
  });
});

describe("courtesy", () => {
  it.each(["Hi", "Hola", "お世話になっております。", "Kind regards", "Guten Tag", "Bonjour", "你好"])("is no praise: %s", (text) => {
    const { issueType, sentiment, evidence } = classifyTicket({ text });
    expect([issueType, sentiment]).toEqual(["other", "neutral"]);
    for (const { label } of evidence) expect(["polite", "intensifier"]).toContain(label);
  });

  it.each([
    ["Thanks!", "other", "positive"],
    ["Do you ship to Norway? Thanks", "product_inquiry", "neutral"],
    ["この商品の領収書をお願いいたします。", "invoice", "neutral"],
    ["Can I have a receipt please?", "invoice", "neutral"],
    ["Hello, I can't find the login page, how do I log in?", "account", "neutral"],
    ["Recomendo a loja, desde o atendimento até a entrega. Grata!", "other", "positive"],
  ])("%s", (text, issueType, sentiment) => {
    expect(classifyTicket({ text })).toMatchObject({ issueType, sentiment });
  });

  it("is no praise beside a long delay", () => {
    const text = "Oh brilliant, amazing service! Here we are on day 19. Is it ever going to turn up?";
    expect(classifyTicket({ text })).toMatchObject({ issueType: "logistics_delay", sentiment: "negative", extracted: { days: 19 } });
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

describe("feeling", () => {
  it.each([
    ["This is outrageous, you are thieves", "angry"],
    ["WHERE IS MY ORDER STILL NOTHING ARRIVED BAD SERVICE", "angry"],
    ["I expected better, I am really disappointed", "disappointed"],
    ["The strap is too short and the clasp is poor", "negative"],
    ["When will it ship?", "neutral"],
    ["Thank you so much, I love it", "positive"],
    ["Das ist eine Frechheit!", "angry"],
    ["太失望了，不会再来", "disappointed"],
    ["とても満足しています。", "positive"],
  ])("%s", (text, sentiment) => {
    expect(classifyTicket({ text }).sentiment).toBe(sentiment);
  });

  it("is stronger where it is driven home", () => {
    const calm = classifyTicket({ text: "The service is terrible, this is unacceptable" }).intensity;
    const loud = classifyTicket({ text: "THE SERVICE IS SOOOO TERRIBLE!!! THIS IS UNACCEPTABLE!!! 😡" }).intensity;
    expect(loud).toBeGreaterThan(calm);
    expect(classifyTicket({ text: "When will it ship?" }).intensity).toBe(0);
  });
});

describe("signals and urgency", () => {
  it.each([
    ["I will leave a bad review", "review_threat"],
    ["I am opening a chargeback with my bank", "chargeback_threat"],
    ["You will hear from my lawyer", "legal_threat"],
    ["You are idiots", "abuse"],
    ["I need it before Friday", "deadline_named"],
    ["Can you guarantee that it arrives?", "promise_asked"],
    ["I am thinking of returning it", "latent_return"],
  ])("%s", (text, signal) => {
    expect(classifyTicket({ text }).signals).toContain(signal);
  });

  it.each(["I called you today", "اتصل بي المندوب اليوم", "Kargom bugün yola çıkmış", "It was supposed to arrive by March 3"])(
    "names no deadline for us: %s",
    (text) => {
      expect(classifyTicket({ text }).signals).not.toContain("deadline_named");
    },
  );

  it("is urgent for payments, safety and the law", () => {
    for (const text of [
      "My card was declined twice at checkout, payment failed",
      "The charger caught fire",
      "My lawyer will contact you",
    ]) {
      expect(classifyTicket({ text }).urgency).toBe("urgent");
    }
    expect(classifyTicket({ text: "Do you ship to Norway?" }).urgency).toBe("normal");
    expect(classifyTicket({ text: "Thanks, have a nice day" }).urgency).toBe("low");
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

describe("hostile input", () => {
  const hostile = [
    "",
    "\ud800".repeat(1000),
    "\udc00\ud800 where is my parcel \ud83d",
    "(a+)+$ [\\w]* .*.* ^^^ {order} (a|b) ~ & *",
    "order ".repeat(170_000),
    "我的包裹还没到".repeat(150_000),
    "a".repeat(1_000_000),
    "1-".repeat(500_000),
    `${"where is my ".repeat(80_000)}parcel`,
    "#".repeat(200_000) + "1".repeat(200_000),
    "\u0300".repeat(100_000),
    "__proto__ constructor toString",
  ];
  it.each(hostile.map((text) => [text.slice(0, 24), text]))("answers %j", (_, text) => {
    const answer = classifyTicket({ text });
    expect(classificationSchema.safeParse(answer).success).toBe(true);
    for (const { phrase, start, end } of answer.evidence) expect(text.slice(start, end)).toBe(phrase);
  });

  it("answers anything, and the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 40 }), (text, subject) => {
        const answer = classifyTicket({ text, subject });
        expect(classificationSchema.safeParse(answer).success).toBe(true);
        expect(JSON.stringify(classifyTicket({ text, subject }))).toBe(JSON.stringify(answer));
      }),
      { numRuns: 200 },
    );
  });

  it("refuses what is no text", () => {
    expect(() => classifyTicket({ text: 7 as unknown as string })).toThrow(InvalidCaseError);
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
