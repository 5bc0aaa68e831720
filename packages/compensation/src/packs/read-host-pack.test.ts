import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { packReader } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { createZoneProvider, intlZoneProvider } from "@amends/core/time";
import * as z from "zod";
import { assessCarrierClaim } from "../carrier-claim/assess-carrier-claim.js";
import { publicHolidays } from "../deadlines/public-holidays.js";
import { disputeDeadlines } from "../dispute/dispute-deadlines.js";
import { calculateDuty } from "../duties/calculate-duty.js";
import type { ImportRequest } from "../duties/import-request.js";
import { refundOfDuty, type DutyRefundRequest } from "../duties/refund-of-duty.js";
import { floorsByIssue } from "../floors/statutory-pack.js";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { explainPaymentFailure } from "../payment-failure/explain-payment-failure.js";
import { planRefund } from "../refund/plan-refund.js";
import type { RefundRequest } from "../refund/refund-plan.js";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { returnEligibility } from "../returns/return-eligibility.js";
import { refusalOf } from "../testing/refusal-of.js";
import { readHostPack } from "./read-host-pack.js";

const reader = packReader(z.number());
const fact = (more: object = {}) => ({ id: "own", value: 1, source: "ours", confidence: "A", verifiedAt: "2026-01-01", ...more });
const pack = (facts: readonly object[], more: object = {}) => ({ pack: "ours", version: "1.0.0", facts, ...more });

describe("a host's pack", () => {
  it("is none where none is given, and is read once", () => {
    for (const none of [undefined, null]) expect(readHostPack(reader, none, intlZoneProvider)).toBeUndefined();
    const given = pack([fact({ zone: "Asia/Shanghai" })], { zone: "europe/paris" });
    const read = readHostPack(reader, given, intlZoneProvider);
    expect(read?.facts).toHaveLength(1);
    expect(readHostPack(reader, given, intlZoneProvider)).toBe(read);
  });

  it("is refused with every zone that there is not, by its place and with how to mend it", () => {
    const given = pack([fact(), fact({ id: "other", zone: "Asia/Beijing" }), fact({ id: "third", zone: "+08:00" })], {
      zone: "Europe/Berln",
    });
    for (const time of ["first", "second"]) {
      const { code, message, findings } = refusalOf(() => readHostPack(reader, given, intlZoneProvider));
      expect(code, time).toBe("pack_invalid");
      expect(message).toMatch(/^The pack "ours" can't be read:\n {2}\S/);
      expect(message).toContain("facts[1].zone");
      expect(findings).toEqual([
        {
          code: "zone_unknown",
          message: '"Europe/Berln" is not a time zone',
          path: "zone",
          expected: "an IANA name such as Asia/Tokyo",
          fix: 'did you mean "Europe/Berlin"?',
        },
        expect.objectContaining({ message: '"Asia/Beijing" is not a time zone', path: "facts[1].zone", fix: expect.stringMatching(/./) }),
        expect.objectContaining({ message: '"+08:00" is not a time zone', path: "facts[2].zone", fix: expect.stringMatching(/./) }),
      ]);
    }
  });

  it("is held to the zones that are handed in, whichever held it before, and asked of them once", () => {
    const asked: string[] = [];
    const mars = createZoneProvider({
      name: "mars",
      version: "1",
      has: (zone) => asked.push(zone) > 0 && zone === "Mars/Gale",
      offsetAt: () => 0,
    });
    const there = pack([fact({ zone: "Mars/Gale" })]);
    const here = pack([fact({ zone: "Europe/Paris" })]);
    for (const time of ["first", "second"]) expect(readHostPack(reader, there, mars)?.pack, time).toBe("ours");
    expect(asked).toEqual(["Mars/Gale"]);
    expect(refusalOf(() => readHostPack(reader, there, intlZoneProvider)).findings[0]?.path).toBe("facts[0].zone");
    expect(readHostPack(reader, here, intlZoneProvider)?.pack).toBe("ours");
    expect(refusalOf(() => readHostPack(reader, here, mars)).findings[0]?.path).toBe("facts[0].zone");
  });
});

it("a pack is refused by zones that don't tell their names, without one that may be meant", () => {
  const nameless = { name: "mars", version: "1", has: () => false, offsetAt: () => 0 };
  const [finding] = refusalOf(() => readHostPack(reader, pack([fact({ zone: "Mars/Gael" })]), nameless)).findings;
  expect(finding).toMatchObject({ path: "facts[0].zone", fix: expect.stringMatching(/^name the place/) });
});

describe("a refused pack", () => {
  const counting = () => {
    let asked = 0;
    const zones = createZoneProvider({ name: "none", version: "1", has: () => (asked += 1) < 0, offsetAt: () => 0 });
    return { zones, asked: () => asked };
  };

  it("isn't looked through again, and is refused with an error of its own each time", () => {
    const { zones, asked } = counting();
    const given = pack([fact({ zone: "Mars/Gale" }), fact({ id: "other", zone: "Mars/Utopia" })]);
    const first = refusalOf(() => readHostPack(reader, given, zones));
    expect(asked()).toBe(2);
    Object.assign(first.findings[0] ?? {}, { path: "spoilt" });
    const second = refusalOf(() => readHostPack(reader, given, zones));
    expect(asked()).toBe(2);
    expect(second).not.toBe(first);
    expect([second.code, second.message]).toEqual([first.code, first.message]);
    expect(second.findings.map(({ path }) => path)).toEqual(["facts[0].zone", "facts[1].zone"]);
  });

  it("tells the first of very many zones, and looks for no more", () => {
    const { zones, asked } = counting();
    const given = pack(Array.from({ length: 20_000 }, () => fact({ zone: "Mars/Gale" })));
    const { findings } = refusalOf(() => readHostPack(reader, given, zones));
    expect([findings.length, findings.at(-1)?.code]).toEqual([1001, "too_many_findings"]);
    expect(asked()).toBe(1001);
  });

  it("of a law isn't looked through again for the same remedies", () => {
    let looks = 0;
    const gives = z.strictObject({ value: z.number() });
    const counted = Object.assign(Object.create(gives) as typeof gives, {
      safeParse: (value: unknown) => {
        looks += 1;
        return gives.safeParse(value);
      },
    });
    const catalogue = { ...remedyCatalogue, coupon: { ...remedyCatalogue.coupon, gives: counted } };
    const given = pack([fact({ value: { countries: ["NO"], issues: ["quality_defect"], owes: [["coupon"]] } })]);
    const [first, second] = ["first", "second"].map(() => {
      const refusal = refusalOf(() => floorsByIssue(given, catalogue));
      return { refusal, looks };
    });
    expect(first?.refusal.findings[0]?.path).toBe("facts[0].value.owes[0][0]");
    expect(second?.looks).toBe(first?.looks);
    expect(second?.refusal).not.toBe(first?.refusal);
    expect(second?.refusal.findings).toEqual(first?.refusal.findings);
    expect(second?.refusal.message).toContain('"coupon" needs value');
    expect(refusalOf(() => floorsByIssue(given)).message).toContain('"coupon" needs couponPercent');
  });

  it("of public holidays isn't looked through again", () => {
    let looks = 0;
    const holidays = Object.defineProperty({}, "DE", {
      enumerable: true,
      get: () => {
        looks += 1;
        return ["25.12.2026"];
      },
    });
    const refusals = ["first", "second"].map(() => refusalOf(() => publicHolidays({ packs: { "public-holidays": holidays } }, "DE")));
    expect(looks).toBe(1);
    expect(refusals.map(({ findings }) => findings[0]?.path)).toEqual(Array(2).fill('packs["public-holidays"].DE[0]'));
    expect(refusals[0]).not.toBe(refusals[1]);
  });
});

const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z" },
  order: { id: "O-1", total: { amount: "120.00", currency: "USD" }, placedAt: "2026-02-01T00:00:00Z", shipTo: "US" },
  shipment: { carrier: "nobody", shippedAt: "2026-02-02T00:00:00Z", deliveredAt: "2026-02-20T10:00:00Z" },
  claim: { issueType: "quality_defect" },
};
const now = Date.UTC(2026, 2, 3);
const refund: RefundRequest = {
  amount: { amount: "10.00", currency: "USD" },
  paymentCurrency: "USD",
  storeCurrency: "USD",
  paymentMethod: "card",
};
const parcel: ImportRequest = { destination: "DE", importedAt: "2026-01-10T12:00:00Z", goods: [] };
const returned: DutyRefundRequest = { ...parcel, event: "returned", customs: { scheme: "none" } };

// Each of the facts is about nothing that is asked.
describe.each<readonly [name: string, value: object, ask: (packs: Context["packs"]) => unknown]>([
  [
    "carrier/terms",
    { kind: "period", because: "b", carriers: ["other"], reasons: ["damaged"], from: "shipment.shippedAt", within: { days: 10 } },
    (packs) => assessCarrierClaim(caseFile, { reason: "lost" }, { packs }),
  ],
  [
    "statutoryRemedies",
    { countries: ["NO"], issues: ["quality_defect"], owes: [["full_refund"]] },
    (packs) => proposeRemedies(caseFile, undefined, { packs }),
  ],
  ...["law/returns", "marketplace/returns", "seller/returns"].map(
    (name) =>
      [
        name,
        { kind: "region", name: "NORDEN", countries: ["NO"] },
        (packs: Context["packs"]) => returnEligibility(caseFile, { packs }),
      ] as const,
  ),
  [
    "marketplace/disputes",
    {
      kind: "documents",
      venues: ["bazaar"],
      documents: [{ document: "tracking", required: true, because: "b" }],
    },
    (packs) => disputeDeadlines(caseFile, { packs }),
  ],
  [
    "paymentFailures",
    { kind: "gateway", gateway: "ours", name: "Ours", aliases: [] },
    (packs) => explainPaymentFailure({ gateway: "stripe", failureCode: "insufficient_funds" }, { packs }),
  ],
  ["refundMethods", { kind: "weekend", countries: ["NO"], days: ["sun"] }, (packs) => planRefund(refund, { now, packs })],
  ["refundTerms", { kind: "means", because: "b", countries: ["NO"], noLessThanPaid: true }, (packs) => planRefund(refund, { now, packs })],
  ["duty/import", { kind: "currency", country: "NO", currency: "NOK" }, (packs) => calculateDuty(parcel, { now, packs })],
  [
    "duty/tariff",
    { kind: "tariff", countries: ["NO"], hsCode: "6109", rates: [{ name: "duty", rate: "0.1" }] },
    (packs) => calculateDuty(parcel, { now, packs }),
  ],
  ["duty/refund", { kind: "region", name: "NORDEN", countries: ["NO"] }, (packs) => refundOfDuty(returned, { now, packs })],
])("the host's pack %s", (name, value, ask) => {
  const facts = (zone: string) => [fact({ value, zone })];

  it("is refused with a zone that there is not, whatever is asked", () => {
    expect(() => ask({ [name]: pack(facts("Asia/Shanghai")) })).not.toThrow();
    const { code, findings } = refusalOf(() => ask({ [name]: pack(facts("Asia/Beijing")) }));
    expect([code, findings.map(({ code: of, path }) => [of, path])]).toEqual(["pack_invalid", [["zone_unknown", "facts[0].zone"]]]);
  });
});
