import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { packFindings } from "@amends/core/packs";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import marketplace from "../../packs/marketplace/returns.pack.json" with { type: "json" };
import { returnEligibility } from "./return-eligibility.js";
import { returnPackReader } from "./return-fact.js";

const noHolidays = { "public-holidays": { DE: [], FR: [], ES: [] } };

/** An order of Germany, delivered on Friday 2026-03-06, asked about at an instant. */
function caseOf(asked: string, change: Partial<CaseFile> = {}): CaseFile {
  return {
    now: "2026-12-01T00:00:00Z",
    ticket: { channel: "email", marketplace: "own_store", createdAt: asked },
    ...change,
    order: { placedAt: "2026-03-01T10:00:00Z", shipTo: "DE", withdrawalInformed: true, ...change.order },
    shipment: { deliveredAt: "2026-03-06T12:00:00Z", ...change.shipment },
    returnRequest: { reason: "change_of_mind", requestedAt: asked, ...change.returnRequest },
  };
}

const judge = (asked: string, change: Partial<CaseFile> = {}, packs: Record<string, unknown> = noHolidays) =>
  returnEligibility(caseOf(asked, change), { packs });
const short = (asked: string, change: Partial<CaseFile> = {}, packs: Record<string, unknown> = noHolidays) => {
  const { status, by } = judge(asked, change, packs);
  return [status, by?.fact ?? null, by?.until ?? null];
};
const at = (country: string, more: object = {}) => ({ order: { shipTo: country, ...more } });
const item = (traits: readonly string[], state: object = {}) =>
  ({ order: { items: [{ sku: "A", traits }] }, returnRequest: { items: [{ sku: "A", ...state }] } }) as unknown as Partial<CaseFile>;

const seller = (days: number, wayBack = "seller") => ({
  pack: "seller/returns",
  version: "1.0.0",
  facts: [
    {
      id: "shop.returns",
      value: {
        kind: "right",
        because: "We take back what you don't like.",
        reasons: "any",
        window: { from: "delivery", within: { days } },
        exceptions: [],
        conditions: [],
        wayBack,
        gives: ["refund"],
      },
      source: "our return terms",
      confidence: "A",
      verifiedAt: "2026-11-21",
    },
  ],
});

describe("withdrawal in the EU", () => {
  it.each([
    ["the last hour", "2026-03-20T22:59:59Z", ["eligible", "eu.withdrawal", "2026-03-20"]],
    ["the hour after", "2026-03-20T23:00:00Z", ["not", null, null]],
  ])("ends with the fourteenth day, local time: %s", (_what, asked, wanted) => {
    expect(short(asked)).toEqual(wanted);
  });

  it("ends on a working day, and knows holidays only where they are listed", () => {
    const delivered = (deliveredAt: string) => ({ shipment: { deliveredAt } });
    expect(short("2026-03-23T12:00:00Z", delivered("2026-03-07T12:00:00Z"))).toEqual(["eligible", "eu.withdrawal", "2026-03-23"]);
    expect(short("2026-03-24T12:00:00Z", delivered("2026-03-07T12:00:00Z"))).toEqual(["not", null, null]);
    // Good Friday and Easter Monday.
    const easter = { "public-holidays": { DE: ["2026-04-03", "2026-04-06"] } };
    expect(short("2026-04-07T12:00:00Z", delivered("2026-03-20T12:00:00Z"), easter)).toEqual(["eligible", "eu.withdrawal", "2026-04-07"]);
    const unlisted = judge("2026-04-07T12:00:00Z", delivered("2026-03-20T12:00:00Z"), {});
    expect(unlisted.status).toBe("unknown");
    expect(unlisted.missing).toContain("packs.public-holidays.DE");
    expect(judge("2026-04-09T12:00:00Z", delivered("2026-03-20T12:00:00Z"), {}).status).toBe("not");
  });

  it("runs from the last item, and before the delivery as well", () => {
    expect(short("2026-03-23T12:00:00Z", { order: { lastDeliveredAt: "2026-03-09T08:00:00Z" } })).toEqual([
      "eligible",
      "eu.withdrawal",
      "2026-03-23",
    ]);
    expect(short("2026-03-12T12:00:00Z", { shipment: { deliveredAt: null } })).toEqual(["eligible", "eu.withdrawal", "2026-03-16"]);
    expect(judge("2026-03-20T12:00:00Z", { shipment: { deliveredAt: null } })).toMatchObject({
      status: "unknown",
      missing: expect.arrayContaining(["shipment.deliveredAt"]),
    });
    expect(judge("2026-05-20T12:00:00Z", { shipment: { deliveredAt: null, status: "in_transit" } }).status).toBe("eligible");
  });

  it("is twelve months longer for a buyer who wasn't told, and ends fourteen days after being told", () => {
    const untold = { order: { withdrawalInformed: false } };
    expect(short("2027-03-22T12:00:00Z", untold)).toEqual(["eligible", "eu.withdrawal", "2027-03-22"]);
    expect(short("2027-03-23T12:00:00Z", untold)).toEqual(["not", null, null]);
    expect(judge("2026-06-01T12:00:00Z", untold).wayBack).toEqual({ paidBy: "seller", fact: "eu.withdrawal" });
    const later = { order: { withdrawalInformed: false, withdrawalInformedAt: "2026-05-04T12:00:00Z" } };
    expect(short("2026-05-18T12:00:00Z", later)).toEqual(["eligible", "eu.withdrawal", "2026-05-18"]);
    expect(short("2026-05-19T12:00:00Z", later)).toEqual(["not", null, null]);
    const soon = { order: { withdrawalInformed: false, withdrawalInformedAt: "2026-03-02T12:00:00Z" } };
    expect(short("2026-03-20T12:00:00Z", soon)).toEqual(["eligible", "eu.withdrawal", "2026-03-20"]);
    const unknown = judge("2026-06-01T12:00:00Z", { order: { withdrawalInformed: null } });
    expect([unknown.status, unknown.missing]).toEqual(["unknown", expect.arrayContaining(["order.withdrawalInformed"])]);
  });

  it.each([
    ["custom-made goods", ["custom_made"], {}, "not"],
    ["sealed hygiene goods, closed", ["hygiene_sealed"], { opened: false }, "eligible"],
    ["sealed hygiene goods, opened", ["hygiene_sealed"], { opened: true }, "not"],
    ["sealed hygiene goods that nobody saw", ["hygiene_sealed"], {}, "unknown"],
    ["clothes that were worn, whose value is deducted", [], { used: true }, "eligible"],
  ])("of %s", (_what, traits, state, status) => {
    expect(judge("2026-03-10T12:00:00Z", item(traits, state)).status).toBe(status);
  });

  it("says what stands against it, with its place", () => {
    const [lost] = judge("2026-03-10T12:00:00Z", item(["custom_made"])).lost;
    expect(lost).toMatchObject({ fact: "eu.withdrawal", reason: "exception", because: expect.stringContaining("article 16(c)") });
    expect(judge("2026-03-10T12:00:00Z", item(["hygiene_sealed"])).missing).toContain("returnRequest.items[0].opened");
  });

  it("judges each item of an order", () => {
    const { status, items } = judge("2026-03-10T12:00:00Z", {
      order: {
        items: [
          { sku: "mug", traits: ["custom_made"] },
          { sku: "lamp", traits: [] },
        ],
      },
    });
    expect(status).toBe("eligible");
    expect(items.map(({ sku, status: own }) => [sku, own])).toEqual([
      ["mug", "not"],
      ["lamp", "eligible"],
    ]);
  });
});

describe("other laws", () => {
  it.each([
    [
      "a year and a half, faulty",
      "2027-09-01T12:00:00Z",
      { returnRequest: { reason: "faulty" } },
      ["eligible", "eu.legal_guarantee", "2028-03-06"],
    ],
    [
      "day 30 in the UK, faulty",
      "2026-04-05T12:00:00Z",
      { ...at("GB"), returnRequest: { reason: "faulty" } },
      ["eligible", "uk.short_term_reject", "2026-04-05"],
    ],
    [
      "day 31 in the UK, faulty",
      "2026-04-06T12:00:00Z",
      { ...at("GB"), returnRequest: { reason: "faulty" } },
      ["eligible", "uk.repair_or_replacement", "2032-03-06"],
    ],
    ["day 15 in the UK, a Saturday before", "2026-03-21T12:00:00Z", at("GB"), ["not", null, null]],
    ["day 7 in China", "2026-03-13T15:59:59Z", at("CN"), ["eligible", "cn.no_reason_return", "2026-03-13"]],
    ["day 8 in China", "2026-03-13T16:00:00Z", at("CN"), ["not", null, null]],
    [
      "day 8 in Japan counts the first, no terms",
      "2026-03-13T14:59:59Z",
      at("JP", { returnTermsStated: false }),
      ["eligible", "jp.statutory_return", "2026-03-13"],
    ],
    ["day 9 in Japan", "2026-03-13T15:00:00Z", at("JP", { returnTermsStated: false }), ["not", null, null]],
    ["in Japan with terms", "2026-03-07T15:00:00Z", at("JP", { returnTermsStated: true }), ["not", null, null]],
    [
      "a major failure in Australia",
      "2027-03-06T12:00:00Z",
      { ...at("AU"), returnRequest: { reason: "faulty", failure: "major" } },
      ["eligible", "au.consumer_guarantee_major", null],
    ],
    [
      "a minor one",
      "2027-03-06T12:00:00Z",
      { ...at("AU"), returnRequest: { reason: "faulty", failure: "minor" } },
      ["eligible", "au.consumer_guarantee", null],
    ],
    ["a change of mind in Australia", "2026-03-07T12:00:00Z", at("AU"), ["not", null, null]],
    ["a change of mind in the US", "2026-03-07T12:00:00Z", at("US"), ["not", null, null]],
    ["a country without facts", "2026-03-07T12:00:00Z", at("CH"), ["not", null, null]],
    [
      "Taiwan, not told, four months on",
      "2026-07-13T12:00:00Z",
      at("TW", { withdrawalInformed: false }),
      ["eligible", "tw.rescission", "2026-07-13"],
    ],
    [
      "before the law: EU 2014-06-12",
      "2014-06-14T12:00:00Z",
      { order: { placedAt: "2014-06-12T10:00:00Z" }, shipment: { deliveredAt: "2014-06-13T10:00:00Z" } },
      ["not", null, null],
    ],
  ] as const)("%s", (_what, asked, change, wanted) => {
    expect(short(asked, change as Partial<CaseFile>)).toEqual(wanted);
  });

  it("leaves what nobody saw to the inspection, and refuses what somebody did", () => {
    expect(judge("2026-03-10T12:00:00Z", at("CN")).by).toMatchObject({ subjectTo: ["unused", "complete"] });
    const used = { ...at("CN"), returnRequest: { items: [{ used: true }] } };
    expect(judge("2026-03-10T12:00:00Z", used).lost[0]).toMatchObject({
      reason: "condition",
      because: expect.stringContaining("isn't unused"),
    });
  });

  it("takes the discovery of a fault as no earlier than the delivery", () => {
    const faulty = { ...at("JP"), returnRequest: { reason: "faulty" } } as const;
    expect(short("2027-03-06T12:00:00Z", faulty)[0]).toBe("eligible");
    expect(judge("2027-03-08T12:00:00Z", faulty)).toMatchObject({
      status: "unknown",
      missing: expect.arrayContaining(["returnRequest.discoveredAt"]),
    });
    const found = { ...at("JP"), returnRequest: { reason: "faulty", discoveredAt: "2027-03-01T00:00:00Z" } } as const;
    expect(short("2027-03-08T12:00:00Z", found)).toEqual(["eligible", "jp.nonconformity", "2028-03-01"]);
  });

  it("asks for the reason where it decides", () => {
    const { status, missing } = judge("2026-06-01T12:00:00Z", { returnRequest: { reason: null } });
    expect([status, missing]).toEqual(["unknown", expect.arrayContaining(["returnRequest.reason"])]);
    expect(short("2026-06-01T12:00:00Z", { returnRequest: { reason: null }, claim: { issueType: "quality_defect" } })[1]).toBe(
      "eu.legal_guarantee",
    );
  });
});

describe("marketplaces and sellers", () => {
  const onShopee = { ticket: { channel: "marketplace_message", marketplace: "shopee", createdAt: "2026-03-14T00:00:00Z" } } as const;

  it("go by the seller's tier, and know it only where it decides", () => {
    const faulty = { ...onShopee, order: { shipTo: "PH" }, returnRequest: { reason: "faulty" } } as const;
    const mall = { ...faulty, order: { shipTo: "PH", sellerTier: "mall" } };
    expect(short("2026-03-13T12:00:00Z", faulty)).toEqual(["eligible", "shopee.ph.returns", "2026-03-13"]);
    expect(judge("2026-03-14T12:00:00Z", faulty)).toMatchObject({ status: "unknown", missing: ["order.sellerTier"] });
    expect(short("2026-03-14T12:00:00Z", mall)).toEqual(["eligible", "shopee.ph.returns", "2026-03-21"]);
    expect(short("2026-03-22T12:00:00Z", faulty)).toEqual(["not", null, null]);
  });

  it("open a window some days after the parcel left", () => {
    const walmart = {
      ticket: { channel: "marketplace_message", marketplace: "walmart", createdAt: "2026-04-08T12:00:00Z" },
      order: { shipTo: "US" },
      customer: { zone: "America/New_York" },
      shipment: { shippedAt: "2026-03-02T12:00:00Z" },
    } as const;
    expect(short("2026-04-08T12:00:00Z", walmart)).toEqual(["eligible", "walmart.us.returns", "2026-04-08"]);
    expect(short("2026-04-09T12:00:00Z", walmart)).toEqual(["not", null, null]);
  });

  it("ask which marketplace, where one could decide", () => {
    const { status, missing } = judge("2026-03-10T12:00:00Z", {
      ticket: { channel: "email", createdAt: "2026-03-10T12:00:00Z" },
      ...at("US"),
    });
    expect([status, missing]).toEqual(["unknown", expect.arrayContaining(["ticket.marketplace"])]);
    const nothing = returnEligibility({ now: "2026-03-10T12:00:00Z", ticket: { channel: "email" } });
    expect(nothing).toMatchObject({ status: "unknown", by: null, missing: expect.arrayContaining(["order.shipTo", "order.placedAt"]) });
  });

  it("let the law go first and tell how much longer the seller takes goods back", () => {
    const packs = { ...noHolidays, "seller/returns": seller(60) };
    const within = judge("2026-03-10T12:00:00Z", {}, packs);
    expect([within.by?.fact, within.latest, within.wayBack]).toEqual([
      "eu.withdrawal",
      { until: "2026-05-05", fact: "shop.returns" },
      { paidBy: "seller", fact: "shop.returns" },
    ]);
    expect(short("2026-04-10T12:00:00Z", {}, packs)).toEqual(["eligible", "shop.returns", "2026-05-05"]);
    expect(short("2026-03-10T12:00:00Z", at("US"), packs)[1]).toBe("shop.returns");
  });

  it("let a host's fact replace a standard one of its id", () => {
    const host = structuredClone(law);
    const ours = host.facts.filter(({ id }) => id === "eu.withdrawal");
    (ours[0] as unknown as { value: { window: { within: object } } }).value.window.within = { days: 100 };
    const packs = { ...noHolidays, "law/returns": { ...host, facts: ours } };
    expect(short("2026-06-15T12:00:00Z", {}, packs)).toEqual(["eligible", "eu.withdrawal", "2026-06-15"]);
  });

  it("refuse packs that can't be read", () => {
    expect(() => judge("2026-03-10T12:00:00Z", {}, { "seller/returns": { pack: "x" } })).toThrow("can't be read");
    expect(() => judge("2026-03-10T12:00:00Z", {}, { "public-holidays": { DE: ["Easter"] } })).toThrow(
      expect.objectContaining({ code: "pack_invalid" }),
    );
  });
});

describe("the standard packs", () => {
  it.each([law, marketplace])("have sound dates and sources", (pack) => {
    const read = returnPackReader.read(pack);
    expect(packFindings(read, "2026-11-22")).toEqual([]);
    expect(new Set(read.facts.map(({ id }) => id)).size).toBe(read.facts.length);
  });
});

describe("any case", () => {
  const zones = {
    DE: "Europe/Berlin",
    FR: "Europe/Paris",
    GB: "Europe/London",
    CN: "Asia/Shanghai",
    TW: "Asia/Taipei",
    BR: "America/Sao_Paulo",
  };
  const instants = fc.date({ min: new Date("2022-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true });
  const hours = fc.integer({ min: -40 * 24, max: 40 * 24 });

  /** Luxon counts the days, where the product counts its own. */
  function oracle(country: keyof typeof zones, delivered: Date, asked: Date): boolean {
    const days = { DE: 14, FR: 14, GB: 14, CN: 7, TW: 7, BR: 7 }[country];
    let end = DateTime.fromJSDate(delivered, { zone: zones[country] }).startOf("day").plus({ days });
    if (country === "DE" || country === "FR") while (end.weekday > 5) end = end.plus({ days: 1 });
    return asked.getTime() < end.plus({ days: 1 }).startOf("day").toMillis();
  }

  it("is open exactly until its last day is over", () => {
    const countries = fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[]));
    fc.assert(
      fc.property(countries, instants, hours, (country, delivered, offset) => {
        const asked = new Date(delivered.getTime() + offset * 3_600_000 + 14 * 86_400_000);
        const { status, by } = judge(asked.toISOString(), {
          order: { placedAt: "2021-12-01T00:00:00Z", shipTo: country },
          customer: { zone: zones[country] },
          shipment: { deliveredAt: delivered.toISOString() },
        });
        expect(status).toBe(oracle(country, delivered, asked) ? "eligible" : "not");
        if (by !== null) expect(Date.parse(by.untilAt as string)).toBeGreaterThan(asked.getTime());
      }),
    );
  });

  const someCase = fc.record({
    country: fc.constantFrom("DE", "GB", "US", "CN", "JP", "AU", "KR", "ES", undefined),
    zone: fc.constantFrom(undefined, "Europe/Madrid"),
    reason: fc.constantFrom("change_of_mind", "faulty", undefined),
    marketplace: fc.constantFrom("own_store", "amazon", "walmart", undefined),
    delivered: fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined }),
    informed: fc.constantFrom(true, false, undefined),
    traits: fc.constantFrom([], ["hygiene_sealed"], ["custom_made"], undefined),
    opened: fc.constantFrom(true, false, undefined),
    failure: fc.constantFrom("major", "minor", undefined),
    stated: fc.constantFrom(true, false, undefined),
  });
  type Some = typeof someCase extends fc.Arbitrary<infer Value> ? Value : never;
  const day = (days: number) => new Date(Date.UTC(2026, 5, 1) + days * 86_400_000).toISOString();
  const built = (some: Some): CaseFile =>
    ({
      now: day(0),
      ticket: { channel: "email", marketplace: some.marketplace, createdAt: day(0) },
      customer: { zone: some.zone },
      order: {
        placedAt: day(-90),
        shipTo: some.country,
        withdrawalInformed: some.informed,
        returnTermsStated: some.stated,
        items: [{ sku: "A", traits: some.traits }],
      },
      shipment: {
        shippedAt: day(-80),
        promisedAt: day(-70),
        deliveredAt: some.delivered === undefined ? undefined : day(-Math.abs(some.delivered)),
      },
      returnRequest: { reason: some.reason, requestedAt: day(0), failure: some.failure, items: [{ sku: "A", opened: some.opened }] },
    }) as CaseFile;

  it("goes by a host's fact in place of the standard one, whatever it says", () => {
    const [standard] = law.facts.filter(({ id }) => id === "uk.cancellation");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 500 }), (days, asked) => {
        const value = { ...standard?.value, window: { from: "delivery", within: { days } } };
        const host = { pack: "ours", version: "1.0.0", facts: [{ ...standard, value }] };
        const on = DateTime.fromISO("2026-03-06T12:00:00Z", { zone: "Europe/London" }).plus({ days: asked });
        const { status, by } = judge(on.toUTC().toISO() as string, at("GB"), { "law/returns": host });
        expect([status, by?.until ?? null]).toEqual(
          asked <= days ? ["eligible", DateTime.fromISO("2026-03-06").plus({ days }).toISODate()] : ["not", null],
        );
      }),
    );
  });

  it("refuses nothing that holidays which nobody listed would grant", () => {
    const near = fc.integer({ min: -2, max: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), fc.uniqueArray(near, { maxLength: 3 }), near, (delivered, holidays, asked) => {
        const date = (days: number) => new Date(Date.UTC(2026, 0, 15 + delivered + days, 12)).toISOString();
        const ask = (packs: object) =>
          judge(date(asked), { order: { placedAt: "2025-12-01T00:00:00Z" }, shipment: { deliveredAt: date(-14) } }, { ...packs });
        const listed = ask({ "public-holidays": { DE: holidays.map((days) => date(days).slice(0, 10)) } });
        const unlisted = ask({});
        expect(unlisted.status === "unknown" ? listed.status : unlisted.status).toBe(listed.status);
        expect(unlisted.status !== "unknown" || unlisted.missing.includes("packs.public-holidays.DE")).toBe(true);
      }),
    );
  });

  it("never changes its mind once a missing fact is known", () => {
    fc.assert(
      fc.property(someCase, someCase, (known, more) => {
        const partial = returnEligibility(built(known), { packs: noHolidays });
        // Without a word on traits no exception applies, and a zone counts where the country has several.
        const kept = (key: keyof Some) => key === "traits" || (key === "zone" && known.country !== "ES");
        const keys = Object.keys(known) as (keyof Some)[];
        const filled = Object.fromEntries(keys.map((key) => [key, kept(key) ? known[key] : (known[key] ?? more[key])])) as Some;
        const whole = returnEligibility(built(filled), { packs: noHolidays });
        expect(partial.status === "unknown" ? whole.status : partial.status).toBe(whole.status);
      }),
      { numRuns: 300 },
    );
  });

  it("is decided alike in whatever order facts come, and never loses a right by one more pack", () => {
    fc.assert(
      fc.property(someCase, fc.integer({ min: 1, max: 90 }), (some, days) => {
        const plain = returnEligibility(built(some), { packs: noHolidays });
        const turned = { ...law, facts: law.facts.toReversed() };
        expect(returnEligibility(built(some), { packs: { ...noHolidays, "law/returns": turned } })).toEqual(plain);
        const longer = returnEligibility(built(some), { packs: { ...noHolidays, "seller/returns": seller(days, "buyer") } });
        if (plain.status === "eligible") expect(longer.status).toBe("eligible");
        if (plain.by?.grantedBy === "law") expect(longer.by).toEqual(plain.by);
        if (longer.status === "not") expect(longer.lost.every(({ status }) => status === "not")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
