import { describe, expect, it } from "vitest";
import type { Remedies } from "@amends/core/model";
import { approverOf, checkPayoutRequest, neededApprovals } from "./check-payout-request.js";
import { payoutAmount } from "./payout-amount.js";
import type { PayoutRequest } from "./plan-payout.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const refund = { remedy: "full_refund", gives: { refundPercent: 100, amount: usd("30.00") } };
const coupon = { remedy: "coupon", gives: { couponPercent: 10 } };
const approval = (role: string) => ({ needed: true, role, because: "it is dear", rule: "shop/approvals/dear" }) as const;
const offer = (more: object = {}) => ({ choices: [refund, coupon], excluded: [], approval: null, ...more }) as unknown as Remedies;
const part = (amount: string, currency = "USD") => ({ id: `${amount} ${currency}`, says: amount, amount: { amount, currency } });

/** What a request is refused with. */
function findings(request: Partial<PayoutRequest>, remedies: unknown = offer()): unknown {
  try {
    checkPayoutRequest(remedies as Remedies, { remedy: "full_refund", ...request });
    return [];
  } catch (error) {
    const { code, message, findings: found } = error as { code: string; message: string; findings: { message: string }[] };
    expect(code).toBe("payout_request_invalid");
    expect(message).toBe(["The payout can't be planned:", ...found.map((each) => `  ${each.message}`)].join("\n"));
    return found;
  }
}

describe("a request for a payout", () => {
  it("names a choice of the offer, in parts that add up, in a sequence that counts", () => {
    const remedies = offer();
    expect(checkPayoutRequest(remedies, { remedy: "coupon" })).toEqual({ offer: remedies, choice: coupon });
    for (const sequence of [0, 1, 2_147_483_647]) expect(findings({ sequence })).toEqual([]);
    expect(findings({ parts: [part("29.99"), part("0.01")] })).toEqual([]);
  });

  it("is refused of a case that is undecided, with what lacks", () => {
    expect(findings({}, { undecided: true, missing: ["claim.issueType", "classification.issueType"] })).toEqual([
      {
        code: "payout_undecided",
        message: "nothing was offered: the case is undecided",
        expected: "facts: claim.issueType, classification.issueType",
      },
    ]);
  });

  it.each([-1, 0.5, 2_147_483_648, Number.NaN])("is refused with a sequence of %d", (sequence) => {
    const finding = { code: "payout_sequence_invalid", message: "the sequence is no count", path: "sequence", expected: "0, 1, 2, …" };
    expect(findings({ sequence })).toEqual([finding]);
  });

  it("is refused of what isn't offered, with what is and why it was taken out", () => {
    expect(findings({ remedy: "gift" })).toEqual([
      { code: "payout_not_offered", message: '"gift" is not offered', path: "remedy", expected: "one of full_refund, coupon" },
    ]);
    expect(findings({ remedy: "coupons" })).toMatchObject([{ fix: expect.stringContaining("coupon") }]);
    const excluded = [
      { remedy: "coupon", because: "it waits" },
      { remedy: "gift", because: "there is none" },
    ];
    expect(findings({ remedy: "gift" }, offer({ choices: [], excluded }))).toEqual([
      {
        code: "payout_not_offered",
        message: '"gift" was taken out of the offer: there is none',
        path: "remedy",
        expected: "an offer with a choice",
      },
    ]);
  });

  it("is refused of money that nobody knows the amount of, but not of what gives no money", () => {
    const unknown = offer({ choices: [{ remedy: "full_refund", gives: { refundPercent: 100 } }] });
    expect(findings({}, unknown)).toEqual([
      {
        code: "payout_amount_missing",
        message: "nobody knows how much full_refund comes to",
        path: "remedy",
        expected: "an offer with an amount",
      },
    ]);
    expect(findings({ remedy: "coupon" })).toEqual([]);
  });

  it("needs the approval of every role that the offer asks, in words", () => {
    const missing = (role: string) => ({
      code: "payout_approval_missing",
      message: `it needs the approval of ${role}: it is dear`,
      path: "approvedBy",
    });
    const one = offer({ approval: approval("admin") });
    for (const approvedBy of [undefined, "", "  ", {}, { operations: "ann" }]) {
      expect(findings(approvedBy === undefined ? {} : { approvedBy }, one)).toEqual([missing("admin")]);
    }
    const two = offer({ approval: approval("admin"), approvals: [approval("admin"), approval("operations"), approval("admin")] });
    expect(findings({ approvedBy: { admin: "ann" } }, two)).toEqual([missing("operations")]);
    expect(findings({ approvedBy: { admin: "ann", operations: "bob" } }, two)).toEqual([]);
    expect(findings({ approvedBy: "ann" }, two)).toEqual([]);
    expect(neededApprovals(two).map(({ role }) => role)).toEqual(["admin", "operations"]);
    expect(neededApprovals(offer())).toEqual([]);
    expect([approverOf("toString", {}), approverOf("admin", undefined), approverOf("admin", "ann")]).toEqual(["", "", "ann"]);
  });

  it("says all that is wrong at once", () => {
    const all = findings({ remedy: "gift", sequence: -1 }, offer({ approval: approval("admin") })) as { code: string }[];
    expect(all.map(({ code }) => code)).toEqual(["payout_sequence_invalid", "payout_approval_missing", "payout_not_offered"]);
  });
});

describe("the parts of a payout", () => {
  const differs = (message: string, path: string, expected?: string) => [
    { code: "payout_parts_differ", message, path, ...(expected === undefined ? {} : { expected }) },
  ];

  it("add up to its amount, to the minor unit", () => {
    expect(findings({ parts: [part("10.00"), part("19.99")] })).toEqual(differs("the parts add up to 29.99", "parts", "30.00 USD"));
    expect(findings({ parts: [part("30.01")] })).toEqual(differs("the parts add up to 30.01", "parts", "30.00 USD"));
    expect(findings({ parts: [] })).toEqual(differs("the parts add up to 0.00", "parts", "30.00 USD"));
  });

  it("each give something, in its currency", () => {
    expect(findings({ parts: [part("30.00"), part("0.00")] })).toEqual(
      differs("a part gives nothing", "parts[1].amount", "an amount above 0"),
    );
    expect(findings({ parts: [part("31.00"), part("-1.00")] })).toEqual(
      differs("a part gives nothing", "parts[1].amount", "an amount above 0"),
    );
    expect(findings({ parts: [part("15.00"), part("15.00", "EUR")] })).toEqual(
      differs("EUR is not the payout's currency", "parts[1].amount", "USD"),
    );
  });

  it("are a list, each with an id that tells it from the others", () => {
    const code = "payout_parts_invalid";
    const refused = (parts: unknown) => findings({ parts: parts as NonNullable<PayoutRequest["parts"]> });
    for (const wrong of ["all", {}, 5])
      expect(refused(wrong)).toEqual([{ code, message: "the parts are no list", path: "parts", expected: "a list of parts" }]);
    const half = { ...part("15.00"), id: "half" };
    for (const wrong of [half, null, undefined, { ...half, id: "" }, { ...half, id: 5 }, 5]) {
      const nameless = {
        code,
        message: "nothing tells this part from others",
        path: "parts[1].id",
        expected: "an id that no other part has",
      };
      expect(refused([half, wrong])).toEqual([nameless]);
    }
  });

  it("are amounts, of a remedy that gives money", () => {
    expect(findings({ parts: [part("30.00"), part("ten")] })).toMatchObject([{ path: expect.stringMatching(/^parts\[1\]\.amount/) }]);
    expect(findings({ remedy: "coupon", parts: [part("30.00")] })).toEqual(differs("the remedy gives no money to split", "parts"));
  });
});

describe("the amount of a choice", () => {
  it("is what it gives, where that is money", () => {
    expect(payoutAmount(refund as never)).toEqual(usd("30.00"));
    for (const amount of [undefined, null, 3, { amount: "3.00" }, { currency: "USD" }, { amount: 3, currency: "USD" }]) {
      expect(payoutAmount({ gives: { amount } })).toBeNull();
    }
  });
});
