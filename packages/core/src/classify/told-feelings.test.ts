import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classifyTicket } from "./classify-ticket.js";

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
