import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { formatInstant, readInstant } from "@amends/core/time";
import { intlZoneProvider } from "@amends/core/time";
import carriers from "../../packs/carrier/terms.pack.json" with { type: "json" };
import disputes from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import { buyerClocks } from "../returns/buyer-clock.js";
import { bindingDeadlines } from "./binding-deadlines.js";
import { endOfSpan } from "./end-of-span.js";

const usd = (amount: string) => ({ amount, currency: "USD" });

const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }).map((at) => formatInstant(at - (at % 1000)));
const cases = fc
  .record({
    now: instants,
    marketplace: fc.constantFrom("amazon", "ebay", "aliexpress", "shopee", "tiktok", "walmart", "own_store"),
    country: fc.constantFrom("US", "DE", "GB", "PH", "VN", "ID", "BR"),
    venue: fc.constantFrom("amazon", "ebay", "paypal", "visa", "shopee", null),
    state: fc.constantFrom("requested", "escalated", "info_requested", "lost"),
    carrier: fc.constantFrom("dhl", "fedex", "ups", "usps", "china post", "nobody"),
    placedAt: instants,
    requestedAt: instants,
    deliveredAt: fc.option(instants),
    status: fc.constantFrom("lost", "in_transit", "damaged"),
  })
  .map(({ now: at, marketplace, country, venue, state, carrier, placedAt, requestedAt, deliveredAt, status }) => {
    const dispute =
      venue === null
        ? null
        : {
            venue,
            reason: "not_received",
            state,
            history: [
              { state: "requested", at: requestedAt },
              { state, at: requestedAt },
            ],
          };
    return {
      now: at,
      ticket: { channel: "email", marketplace, createdAt: requestedAt },
      order: { placedAt, shipTo: country, total: usd("50.00"), completedAt: deliveredAt },
      shipment: { carrier, status, shippedAt: placedAt, promisedAt: placedAt, deliveredAt },
      claim: { issueType: "logistics_not_received" },
      dispute,
    } as CaseFile;
  });

describe("properties", () => {
  it("the earliest wins, the order of packs doesn't matter, and no date lies before its start", () => {
    const reversed = (pack: { facts: readonly object[] }) => ({ ...pack, facts: pack.facts.toReversed() });
    const packs = { "carrier/terms": reversed(carriers), "marketplace/disputes": reversed(disputes) };
    fc.assert(
      fc.property(cases, (caseFile) => {
        const found = bindingDeadlines(caseFile);
        expect(bindingDeadlines(caseFile, { packs })).toEqual(found);
        const at = (text: string) => readInstant(text) as number;
        const times = found.deadlines.map((deadline) => at(deadline.at));
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        const ahead = found.deadlines.filter(({ state }) => state === "ahead");
        expect(found.first?.deadline.at).toBe(
          ahead.length === 0 ? undefined : formatInstant(Math.min(...ahead.map((deadline) => at(deadline.at)))),
        );
        for (const deadline of found.deadlines) {
          expect(deadline.state === "overdue").toBe(
            deadline.owedBy === "seller" &&
              deadline.nature === "closes" &&
              at(deadline.at) <= at(caseFile.now as string) &&
              !deadline.fact?.includes("return_answer"),
          );
          for (const key of deadline.from) {
            const [part = "", name = ""] = key.split(".");
            const start =
              part === "dispute"
                ? caseFile.dispute?.history?.at(-1)?.at
                : ((caseFile as Record<string, Record<string, unknown>>)[part]?.[name] as string | undefined);
            if (start !== undefined) expect(at(deadline.at)).toBeGreaterThan(at(start));
          }
          expect(deadline.source).not.toBe("");
          expect(deadline.because).not.toBe("");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("business days skip weekends and listed holidays, never end before a plain count, and the earliest calendar ends first", () => {
    const clocks = (zone: string) => buyerClocks({ customer: { zone } }, intlZoneProvider).clocks;
    const anywhere = buyerClocks({}, intlZoneProvider).clocks;
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom("America/New_York", "America/St_Johns", "Australia/Adelaide", "Pacific/Chatham", "Asia/Kathmandu"),
        (start, businessDays, zone) => {
          const somewhere = endOfSpan(start, { businessDays }, clocks(zone));
          const plain = endOfSpan(start, { businessDays }, clocks("America/New_York"));
          const free = endOfSpan(start, { businessDays }, clocks("America/New_York"), new Set(["2026-07-03", "2026-12-25"]));
          const days = endOfSpan(start, { days: businessDays }, clocks("America/New_York"));
          expect(free.at).toBeGreaterThanOrEqual(plain.at);
          expect(plain.at).toBeGreaterThanOrEqual(days.at);
          expect([0, 6]).not.toContain(new Date(`${free.on}T00:00:00Z`).getUTCDay());
          expect(endOfSpan(start, { businessDays }, anywhere).at).toBeLessThanOrEqual(somewhere.at);
        },
      ),
      { examples: [[Date.parse("2026-02-10T04:00:00Z"), 20, "America/New_York"]] },
    );
  });
});
