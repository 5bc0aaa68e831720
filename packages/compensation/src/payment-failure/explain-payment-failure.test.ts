import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packFindings } from "@amends/core/packs";
import pack from "../../packs/payment/failures.pack.json" with { type: "json" };
import { explainPaymentFailure } from "./explain-payment-failure.js";

const now = Date.UTC(2026, 2, 3, 15);
const lately = Date.UTC(2026, 10, 22);
const explain = (gateway: string | null, failureCode: string | null, packs: Record<string, unknown> = {}, at = now) =>
  explainPaymentFailure({ gateway, failureCode }, { now: at, packs });
const facts = pack.facts as readonly { id: string; value: { kind: string; gateway?: string; codes?: string[]; reason?: string } }[];
const codes = facts.flatMap(({ id, value }) =>
  value.kind === "code" ? (value.codes ?? []).map((code) => ({ id, gateway: value.gateway ?? "", code, reason: value.reason ?? "" })) : [],
);
const host = (...own: object[]) => ({
  paymentFailures: {
    pack: "ours",
    version: "1.0.0",
    facts: own.map((value, index) => ({ id: `ours.${index}`, source: "our bank", confidence: "A", verifiedAt: "2026-03-01", ...value })),
  },
});

describe("a known code", () => {
  it("tells reason, actor, retry, both texts, and whose word it is", () => {
    expect(explain("stripe", "insufficient_funds")).toEqual({
      gateway: "stripe",
      failureCode: "insufficient_funds",
      status: "known",
      reason: "insufficient_funds",
      category: "funds",
      actor: "buyer",
      retry: { helps: "after_change", after: null, notBefore: null, once: "the buyer's balance or limit covers the amount", atMost: null },
      buyer: { template: "payment_not_covered", says: expect.stringContaining("did not cover it") },
      confidential: false,
      agent: expect.stringContaining("top it up"),
      fact: "stripe.insufficient_funds",
      source: "docs.stripe.com/declines/codes",
      confidence: "B",
      verifiedAt: "2026-11-22",
      guidance: { fact: "reason.insufficient_funds", source: "Amends default", confidence: "C" },
      missing: [],
    });
  });
  it.each([
    ["visa", "51", "insufficient_funds"],
    ["Visa", "05", "declined_by_issuer"],
    ["visa", "r0", "stop_payment"],
    ["mastercard", "54", "expired_card"],
    ["American Express", "101", "expired_card"],
    ["amex", "911", "issuer_unavailable"],
    ["adyen", "12", "insufficient_funds"],
    ["Adyen", "3D Not Authenticated", "authentication_failed"],
    ["paypal", "INSTRUMENT_DECLINED", "declined_by_issuer"],
    ["paypal_card", "5400", "expired_card"],
    ["klarna", "REJECTED", "declined_by_provider"],
    ["alipay", "USER_BALANCE_NOT_ENOUGH", "insufficient_funds"],
    ["alipay", "6001", "cancelled_by_buyer"],
    ["Discover", "51", "insufficient_funds"],
    ["Diners Club", "05", "declined_by_issuer"],
    ["JCB", "54", "expired_card"],
    ["UnionPay", "61", "amount_limit_exceeded"],
    ["China UnionPay", "38", "pin_tries_exceeded"],
    ["Braintree", "2001", "insufficient_funds"],
    ["braintree", "2014", "suspected_fraud"],
    ["braintree", "2099", "authentication_required"],
    ["braintree", "3000", "processing_error"],
    ["Checkout.com", "20051", "insufficient_funds"],
    ["checkout_com", "200R1", "stop_payment"],
    ["checkout", "20154", "authentication_required"],
    ["checkout.com", "30043", "lost_or_stolen_card"],
    ["checkout.com", "40101", "risk_check_declined"],
  ])("of %s, %s, is %s", (gateway, code, reason) => {
    expect(explain(gateway, code)).toMatchObject({ status: "known", reason });
  });
  it("names its source, and is no surer than that", () => {
    expect(explain("unionpay", "51")).toMatchObject({ confidence: "B", source: expect.stringContaining("UnionPay") });
    expect(explain("jcb", "51")).toMatchObject({ confidence: "C", source: "ISO 8583:1987, field 39" });
    expect(explain("discover", "05")).toMatchObject({ confidence: "B", source: expect.stringContaining("galileo") });
    expect(explain("discover", "62")).toMatchObject({ confidence: "C", actor: "issuer" });
    expect(explain("braintree", "2043").retry.helps).toBe("other_method");
  });
  it("says when trying again makes sense, and how often", () => {
    expect(explain("mastercard_advice", "24").retry).toMatchObject({ helps: "later", after: "PT1H", notBefore: "2026-03-03T16:00:00Z" });
    expect(explain("mac", "30").retry).toMatchObject({ after: "P10D", notBefore: "2026-03-13T15:00:00Z" });
    expect(explainPaymentFailure({ gateway: "mac", failureCode: "30" }).retry).toMatchObject({ after: "P10D", notBefore: null });
    expect(explain("visa", "51").retry).toMatchObject({ helps: "after_change", atMost: { times: 15, within: "P30D" } });
    expect(explain("visa", "46").retry).toMatchObject({ helps: "other_method", atMost: null });
  });
});

describe("what the buyer reads", () => {
  const declined = explain("visa", "05").buyer;

  it("is the same for every suspicion as for any other declined payment", () => {
    const secret = codes.map(({ gateway, code }) => explain(gateway, code, {}, lately)).filter(({ confidential }) => confidential);
    expect(secret.length).toBeGreaterThan(25);
    for (const { buyer, category } of secret) expect([buyer, category]).toEqual([declined, "security"]);
    for (const [gateway, code] of [
      ["stripe", "fraudulent"],
      ["stripe", "stolen_card"],
      ["adyen", "20"],
      ["visa", "59"],
      ["alipay", "RISK_REJECT"],
    ] as const)
      expect(explain(gateway, code)).toMatchObject({ confidential: true, agent: expect.stringContaining("Don't tell the buyer") });
  });
  it("never names a suspicion, whatever the code", () => {
    for (const { gateway, code } of codes)
      expect(explain(gateway, code, {}, lately).buyer.says).not.toMatch(
        /fraud|stolen|lost|suspicio|suspect|risk|security|blacklist|police/i,
      );
  });
  it("can't be made to by a host's pack", () => {
    const value = { kind: "declined", buyer: { template: "ours", says: "We suspect fraud." } };
    expect(() => explain("visa", "05", host({ id: "declined", value }))).toThrow(/must not tell the buyer that somebody suspects them/);
    const reason = { kind: "reason", reason: "x", category: "security", actor: "issuer", retry: { helps: "unknown" }, agent: "x" };
    const buyer = { template: "ours", says: "Sorry." };
    expect(() => explain("visa", "05", host({ value: { ...reason, confidential: true, buyer } }))).toThrow(
      /must not tell the buyer what is confidential/,
    );
    const changed = explain("visa", "59", host({ id: "declined", value: { kind: "declined", buyer } })).buyer;
    expect([changed, explain("visa", "05", host({ id: "declined", value: { kind: "declined", buyer } })).buyer]).toEqual([buyer, buyer]);
  });
});

describe("an unknown code", () => {
  it.each([
    ["stripe", "moon_phase", "packs.paymentFailures", 'No fact describes the code "moon_phase" of Stripe; look it up there.'],
    ["bitpay", "51", "packs.paymentFailures", 'No fact describes the gateway "bitpay"; look up what its code "51" means.'],
    ["stripe", "51", "packs.paymentFailures", 'No fact describes the code "51" of Stripe; look it up there.'],
    ["stripe", null, "payment.failureCode", "The case has no code of Stripe; look the payment up there."],
    ["bitpay", "", "payment.failureCode", "The case has no code of bitpay; look the payment up there."],
    [null, "51", "payment.gateway", "The case doesn't say which gateway declined the payment; look it up there."],
    [
      "constructor",
      "__proto__",
      "packs.paymentFailures",
      'No fact describes the gateway "constructor"; look up what its code "__proto__" means.',
    ],
  ])("of %s, %s, is never guessed", (gateway, code, missing, agent) => {
    expect(explain(gateway, code)).toMatchObject({
      status: "unknown",
      reason: "unknown",
      category: null,
      actor: null,
      retry: { helps: "unknown" },
      buyer: { template: "payment_declined" },
      agent,
      fact: null,
      source: null,
      missing: [missing],
    });
  });
  it("stays unknown for whatever isn't listed", () => {
    const listed = new Set(codes.map(({ gateway, code }) => `${gateway} ${code.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`));
    const gateway = fc.constantFrom("visa", "mastercard", "amex", "stripe", "adyen", "paypal", "klarna", "alipay");
    fc.assert(
      fc.property(gateway, fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(...codes.map(({ code }) => code))), (name, code) => {
        const key = code
          .trim()
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "_")
          .replace(/^_+|_+$/g, "");
        expect(explain(name, code, {}, lately).status).toBe(listed.has(`${name} ${key}`) ? "known" : "unknown");
      }),
    );
  });
});

describe("the pack", () => {
  it("is sound, and tells every code once", () => {
    expect(packFindings(pack as never, "2026-11-22")).toEqual([]);
    const keys = codes.map(({ gateway, code }) => `${gateway} ${code.toLowerCase()}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
  it("explains every code by the reason it names", () => {
    for (const { id, gateway, code, reason } of codes)
      expect(explain(gateway, code, {}, lately), `${gateway} ${code}`).toMatchObject({ status: "known", reason, fact: id, missing: [] });
  });
  it("covers networks and gateways", () => {
    const count = (gateway: string) => codes.filter((one) => one.gateway === gateway).length;
    expect(["visa", "mastercard", "amex", "stripe", "adyen", "paypal"].map(count).every((each) => each >= 15)).toBe(true);
  });
  it("gives way to the host's, by id and by code", () => {
    const same = {
      id: "stripe.insufficient_funds",
      value: { kind: "code", gateway: "stripe", codes: ["insufficient_funds"], reason: "expired_card" },
    };
    expect(explain("stripe", "insufficient_funds", host(same))).toMatchObject({
      reason: "expired_card",
      source: "our bank",
      confidence: "A",
    });
    const added = { value: { kind: "code", gateway: "stripe", codes: ["Moon phase"], reason: "processing_error" } };
    expect(explain("stripe", "moon_phase", host(added))).toMatchObject({ reason: "processing_error", fact: "ours.0" });
    expect(explain("visa", "51", host(added))).toMatchObject({ reason: "insufficient_funds" });
    const dangling = { value: { kind: "code", gateway: "stripe", codes: ["x"], reason: "nowhere" } };
    expect(explain("stripe", "x", host(dangling))).toMatchObject({
      status: "unknown",
      missing: ["packs.paymentFailures"],
      agent: expect.stringContaining('"nowhere"'),
    });
    expect(() => explain("stripe", "x", { paymentFailures: { pack: "ours" } })).toThrow(expect.objectContaining({ code: "pack_invalid" }));
  });
  it("goes by dates where the host's facts have them, and leaves those out where nobody knows the date", () => {
    const value = { kind: "code", gateway: "stripe", codes: ["moon_phase"], reason: "processing_error" };
    const packs = host({ value, effectiveFrom: "2026-03-01", effectiveTo: "2026-04-01" });
    expect(explain("stripe", "moon_phase", packs).status).toBe("known");
    expect(explainPaymentFailure({ gateway: "stripe", failureCode: "moon_phase" }, { now: Date.UTC(2026, 3, 1), packs }).status).toBe(
      "unknown",
    );
    expect(explainPaymentFailure({ gateway: "stripe", failureCode: "moon_phase" }, { packs })).toMatchObject({
      status: "unknown",
      missing: ["now"],
      agent: 'What the code "moon_phase" of Stripe means depends on the day, which the context doesn\'t say.',
    });
    expect([Date.UTC(2026, 9, 24), lately].map((at) => explain("visa", "83", {}, at).reason)).toEqual(["unknown", "suspected_fraud"]);
    const { value: declined } = facts.find(({ id }) => id === "declined") ?? { value: {} };
    expect(explain("visa", "05", host({ id: "declined", value: declined, effectiveTo: "2026-01-01" })).status).toBe("known");
    expect(() => explain("visa", "05", host({ id: "declined", value }))).toThrow(/no fact of the kind "declined"/);
  });
});

it("refuses a gateway or a code that is no text", () => {
  const payments: object[] = [
    { gateway: "braintree", failureCode: 2001 },
    { gateway: ["visa"], failureCode: "51" },
  ];
  for (const payment of payments) {
    expect(() => explainPaymentFailure(payment)).toThrow(expect.objectContaining({ code: "argument_invalid" }));
  }
});
