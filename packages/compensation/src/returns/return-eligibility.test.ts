import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import law from "../../packs/law/returns.pack.json" with { type: "json" };
import { returnEligibility } from "./return-eligibility.js";
import { at, judge, noHolidays } from "./testing/german-order.js";
import { seller } from "./testing/seller-returns.js";

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
