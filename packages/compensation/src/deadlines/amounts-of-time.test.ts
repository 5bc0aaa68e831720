import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { describe, expect, it } from "vitest";
import { assessCarrierClaim } from "../carrier-claim/assess-carrier-claim.js";
import { disputeDeadlines } from "../dispute/dispute-deadlines.js";
import { refundOfDuty } from "../duties/refund-of-duty.js";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { planRefund } from "../refund/plan-refund.js";
import { returnEligibility } from "../returns/return-eligibility.js";
import { refusalOf } from "../testing/refusal-of.js";

const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z", marketplace: "bazaar" },
  order: { id: "O-1", total: { amount: "120.00", currency: "USD" }, placedAt: "2026-02-01T00:00:00Z", shipTo: "NO" },
  shipment: { carrier: "ours", shippedAt: "2026-02-02T00:00:00Z", deliveredAt: "2026-02-20T10:00:00Z" },
  claim: { issueType: "quality_defect" },
  returnRequest: { reason: "change_of_mind" },
};
const now = Date.UTC(2026, 2, 3);
const packOf = (value: object) => ({
  pack: "ours",
  version: "1.0.0",
  facts: [{ id: "own", value, source: "ours", confidence: "A", verifiedAt: "2026-01-01" }],
});
const right = (more: object) => ({
  kind: "right",
  because: "b",
  countries: ["NO"],
  reasons: "any",
  window: { from: "delivery", within: { days: 14 } },
  exceptions: [],
  conditions: [],
  wayBack: "seller",
  gives: ["refund"],
  ...more,
});
const window = (more: object) => right({ window: { from: "delivery", within: { days: 14 }, ...more } });
const floor = (within: object) => ({
  countries: ["NO"],
  issues: ["quality_defect"],
  owes: [["full_refund"]],
  within: { from: "shipment.deliveredAt", ...within },
});
const returns = (packs: Context["packs"]) => returnEligibility(caseFile, { packs });
const owed = (packs: Context["packs"]) => proposeRemedies(caseFile, undefined, { packs });

describe.each<
  readonly [pack: string, path: string, valueOf: (span: object) => object, ask: (packs: Context["packs"]) => unknown, most: object]
>([
  ["law/returns", "window.within", (within) => window({ within }), returns, { years: 100 }],
  ["law/returns", "window.opensAfter", (opensAfter) => window({ opensAfter }), returns, { businessDays: 26_200 }],
  ["law/returns", "window.uninformed", (uninformed) => window({ uninformed }), returns, { months: 1_200 }],
  ["seller/returns", "sendBack", (sendBack) => right({ sendBack }), returns, { days: 36_600 }],
  ["marketplace/returns", "refund.within", (within) => right({ refund: { from: "received", within } }), returns, { years: 100 }],
  ["statutoryRemedies", "within.span", (span) => floor({ span }), owed, { hours: 878_400 }],
  ["statutoryRemedies", "within.uninformed", (uninformed) => floor({ span: { days: 14 }, uninformed }), owed, { years: 100 }],
  [
    "carrier/terms",
    "within",
    (within) => ({ kind: "period", because: "b", carriers: ["ours"], reasons: ["lost"], from: "shipment.shippedAt", within }),
    (packs) => assessCarrierClaim(caseFile, { reason: "lost" }, { packs }),
    { years: 100 },
  ],
  [
    "marketplace/disputes",
    "within",
    (within) => ({
      kind: "deadline",
      venues: ["bazaar"],
      because: "b",
      duty: "answer",
      states: ["none"],
      from: ["ticket.createdAt"],
      within,
      owedBy: "seller",
    }),
    (packs) => disputeDeadlines(caseFile, { packs }),
    { months: 1_200 },
  ],
  [
    "duty/refund",
    "deadline.within",
    (within) => ({
      kind: "refund",
      countries: ["NO"],
      because: "b",
      events: ["returned"],
      covers: ["import_duty"],
      from: "customs",
      claimant: "buyer",
      share: "1",
      documents: [],
      conditions: [],
      deadline: { counts: "import", within },
    }),
    (packs) =>
      refundOfDuty(
        { destination: "NO", importedAt: "2026-01-10T12:00:00Z", goods: [], event: "returned", customs: { scheme: "none" } },
        { now, packs },
      ),
    { years: 100 },
  ],
])("of the pack %s at %s", (name, path, valueOf, ask, most) => {
  it.each([{ years: 1e6 }, { months: 1e6 }, { days: 1e12 }])("%j is refused with its place and the bound", (span) => {
    const [unit] = Object.keys(span);
    const { code, findings } = refusalOf(() => ask({ [name]: packOf(valueOf(span)) }));
    expect(code).toBe("pack_invalid");
    expect(findings).toEqual([
      { code: "pack_invalid", message: expect.stringMatching(/^must be at most \d+ /), path: `facts[0].value.${path}.${unit}` },
    ]);
  });

  it("the most that it can be is computed with", () => {
    expect(() => ask({ [name]: packOf(valueOf(most)) })).not.toThrow();
  });
});

it.each([
  ["law/returns", window({ endsOnWorkingDay: { holidaysInARow: 1e9 } }), returns, "facts[0].value.window.endsOnWorkingDay.holidaysInARow"],
  [
    "statutoryRemedies",
    floor({ span: { days: 1 }, endsOnWorkingDay: { holidaysInARow: 1e9 } }),
    owed,
    "facts[0].value.within.endsOnWorkingDay.holidaysInARow",
  ],
] as const)("of the pack %s, holidays for years on end are refused", (name, value, ask, path) => {
  expect(refusalOf(() => ask({ [name]: packOf(value) })).findings).toEqual([
    expect.objectContaining({ path, message: "must be at most 366 days" }),
  ]);
});

it("a method that money goes back to for longer than a hundred years is refused", () => {
  const method = { kind: "method", method: "ours", aliases: ["ours"], arrival: null, toSource: true, refundableDays: 1e12 };
  const refund = { amount: { amount: "10.00", currency: "USD" }, paymentCurrency: "USD", storeCurrency: "USD", paymentMethod: "card" };
  const { findings } = refusalOf(() => planRefund(refund, { now, packs: { refundMethods: packOf(method) } }));
  expect(findings[0]).toMatchObject({ path: "facts[0].value.refundableDays", message: "must be at most 36600 days" });
});
