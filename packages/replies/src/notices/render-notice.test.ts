import { AmendsError } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { renderNotice } from "./render-notice.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const told = (template: string, values: Record<string, unknown> = {}, to: CaseFile = { customer: { language: "en" } }) =>
  renderNotice({ template, values }, to);
/** What stands between greeting and closing. */
const bodyOf = (...given: Parameters<typeof told>) =>
  told(...given)
    .text.split("\n\n")
    .slice(1, -1);

describe("a refund's notice", () => {
  const values = { amount: usd("89.90"), method: "card", from: "2026-03-10", to: "2026-03-17", reference: "acquirer_reference_number" };

  it("has a line for each thing that is known", () => {
    expect(
      bodyOf("refund_sent", { ...values, lastFour: "4242", reference: "74537604221 AB" }, { customer: {}, order: { id: "O-1" } }),
    ).toEqual([
      "We have sent your refund.",
      "Order: O-1\nAmount: $89.90\nPayment method: card •••• 4242\nExpected: between March 10, 2026 and March 17, 2026\nReference: 74537604221 AB",
    ]);
    expect(bodyOf("refund_sent")).toEqual(["We have sent your refund."]);
  });

  it("tells no reference while the plan only names which one it will be", () => {
    expect(told("refund_sent", values).text).not.toMatch(/reference/i);
  });

  it("explains what the bank's delay means, and that it is a part of several payments", () => {
    const body = bodyOf("refund_sent", { ...values, whole: usd("120.00"), explanation: "refund_delay_card" });
    expect(body).toHaveLength(4);
    expect(body[1]).toBe("This is one part of your refund of $120.00. The rest goes back to the other payment methods you used.");
    expect(body[2]).toContain("Your card’s bank decides");
    expect(bodyOf("refund_sent", { ...values, explanation: "refund_delay_of_nobody" })).toHaveLength(2);
  });

  it("names one date where the range is one day, or only its end is known", () => {
    expect(bodyOf("refund_approved", { from: "2026-03-03", to: "2026-03-03" })[1]).toBe("Expected: by March 3, 2026");
    expect(bodyOf("refund_arrives", { to: "2026-03-17" })[1]).toBe("Expected: by March 17, 2026");
    expect(bodyOf("refund_arrives", { from: "2026-03-17", to: null })).toHaveLength(1);
  });

  it("writes amounts and dates as people there do", () => {
    const swiss = { customer: { language: "de", country: "AT" } };
    expect(told("refund_approved", { ...values, amount: { amount: "1234.50", currency: "EUR" } }, swiss).text).toMatch(
      /Betrag: €\s1[\s.]234,50\nZahlungsart: Karte\nVoraussichtlich: zwischen 10\. März 2026 und 17\. März 2026/,
    );
    expect(told("refund_approved", { amount: { amount: "6112", currency: "JPY" } }, { customer: { language: "ja" } }).text).toMatch(
      /金額：[¥￥]6,112/,
    );
    expect(told("refund_approved", { method: "card" }, { customer: { language: "zh-TW" } }).text).toContain("付款方式：信用卡或金融卡");
  });

  it("knows methods by the language's word, by their name, or not at all", () => {
    const method = (name: unknown) => bodyOf("refund_sent", { method: name })[1];
    expect(method("Gift card")).toBe("Payment method: gift card");
    expect(method("paypal_balance")).toBe("Payment method: PayPal");
    for (const unknown of ["sea_shells", "constructor", "toString", 7, null]) expect(method(unknown)).toBeUndefined();
  });

  it("leaves out what can't be read, and lets no value be read as a template", () => {
    const hostile = {
      amount: { amount: "1,5", currency: "??" },
      whole: "all",
      method: "card",
      lastFour: "4111111111111111",
      from: "soon",
      to: "2026-02-31",
      reference: "{amount}\n\nAnother paragraph\u202e",
      retryAt: "later",
      explanation: 7,
    };
    expect(bodyOf("refund_sent", hostile)).toEqual([
      "We have sent your refund.",
      "Payment method: card\nReference: {amount} Another paragraph",
    ]);
  });

  it("sets values apart from text that runs the other way", () => {
    const text = told("refund_sent", { method: "visa", lastFour: "4242" }, { customer: { language: "ar" } }).text;
    expect(text).toContain("\u2068Visa •••• 4242\u2069");
  });
});

describe("words of a host", () => {
  const packs = {
    templates: [{ language: "sv", common: { all: { greeting: "Hej!" } }, notices: { refund_card_lost: "Vi hittar ett sätt." } }],
  };

  it("may have keys of their own", () => {
    expect(renderNotice({ template: "refund_card_lost" }, { customer: { language: "sv" } }, { packs })).toEqual({
      language: "sv",
      text: "Hej!\n\nVi hittar ett sätt.",
    });
  });

  it("are English, whole, where the language lacks them", () => {
    const notice = renderNotice({ template: "refund_sent", values: { method: "card" } }, { customer: { language: "sv" } }, { packs });
    expect(notice).toMatchObject({ language: "en", text: expect.stringContaining("Payment method: card") as unknown });
    expect(notice.text).not.toContain("Hej");
  });

  it("are refused where nobody wrote them", () => {
    const error: unknown = (() => {
      try {
        return told("refund_snt");
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(AmendsError);
    expect(error).toMatchObject({
      code: "template_unknown",
      findings: [{ path: "template", fix: expect.stringContaining("refund_sent") as unknown }],
    });
    expect(() => told("constructor")).toThrow("there are no words");
  });

  it("can't hide a misspelt kind", () => {
    expect(() =>
      renderNotice({ template: "lost" }, {}, { packs: { templates: [{ language: "en", notices: { deliverd: "…" } }] } }),
    ).toThrow("can't be used");
  });
});
