import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { formatInstant, readInstant } from "@amends/core/time";
import carriers from "../../packs/carrier/terms.pack.json" with { type: "json" };
import disputes from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import { proposeRemedies } from "../offer/propose-remedies.js";
import { returnPackReader } from "../returns/return-fact.js";
import { buyerClocks } from "../returns/buyer-clock.js";
import { intlZoneProvider } from "@amends/core/time";
import { bindingDeadlines } from "./binding-deadlines.js";
import { endOfSpan } from "./end-of-span.js";
import { publicHolidays } from "./public-holidays.js";
import { sampleTarget, sampleTargets } from "./testing/sample-targets.js";

const now = "2026-03-06T09:00:00Z";
const usd = (amount: string) => ({ amount, currency: "USD" });
const base: CaseFile = { now, ticket: { channel: "email", createdAt: "2026-03-05T15:00:00Z" }, customer: { country: "DE" } };
const kinds = (caseFile: CaseFile) => bindingDeadlines(caseFile).deadlines.map(({ kind, state }) => [kind, state]);

describe("what was promised", () => {
  it("binds as long as it is owed", () => {
    const byHandler = { bot: null, human: null };
    const open = sampleTargets({
      firstResponse: sampleTarget("2026-03-06T08:00:00Z", {
        byHandler,
        startedAt: "2026-03-05T15:00:00Z",
        lost: [{ rule: "sla/other/one", dueAt: now, within: "PT4H" }],
      }),
      nextResponse: sampleTarget("2026-03-06T09:00:00Z"),
      resolution: sampleTarget("2026-03-07T09:00:00Z", { state: "paused" }),
      updates: {
        acknowledgeBy: now,
        every: "PT24H",
        at: ["2026-03-06T08:00:00Z", "2026-03-07T08:00:00Z"],
        rule: "sla/standard-updates/complex",
      },
    });
    const { deadlines, overdue, first } = bindingDeadlines({ ...base, sla: open });
    expect(deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ["sla_first_response", "overdue"],
      ["sla_next_response", "ahead"],
      ["sla_report", "ahead"],
      ["sla_resolution", "paused"],
    ]);
    expect(overdue.map(({ because }) => because)).toEqual(["the first response is due within PT2H (business clock), before sla/other/one"]);
    expect(first).toMatchObject({
      deadline: { kind: "sla_next_response" },
      because: expect.stringContaining(": 23 h 0 min before sla_report"),
      lost: [{ kind: "sla_report", laterBy: "PT23H" }],
    });
    const over = sampleTargets({
      firstResponse: sampleTarget("2026-03-06T08:00:00Z", { byHandler, state: "met" }),
      resolution: sampleTarget("2026-03-06T08:00:00Z", { state: "stopped" }),
      updates: { acknowledgeBy: now, every: "PT24H", at: ["2026-03-07T08:00:00Z"], rule: "r" },
    });
    expect(bindingDeadlines({ ...base, sla: over })).toEqual({ deadlines: [], first: null, firstOwed: null, overdue: [], missing: [] });
    const reported = sampleTargets({ updates: { acknowledgeBy: now, every: "PT24H", at: ["2026-03-06T08:00:00Z"], rule: "r" } });
    expect(kinds({ ...base, sla: reported })).toEqual([]);
  });
});

describe("law and marketplace", () => {
  const delivered: CaseFile = {
    ...base,
    order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "DE", withdrawalInformed: true, items: [{ sku: "A", traits: [] }] },
    shipment: { deliveredAt: "2026-03-02T12:00:00Z" },
  };
  const holidays = { packs: { "public-holidays": { DE: [] } } };
  it("say until when goods may come back, and, once asked, by when they and the money are owed", () => {
    const open = bindingDeadlines(delivered, holidays);
    expect(open.deadlines.map(({ kind, on, owedBy, area }) => [kind, on, owedBy, area])).toEqual([
      ["eu_withdrawal", "2026-03-16", "buyer", "law"],
    ]);
    expect(open.first?.because).toContain("the only one ahead");
    expect(open.firstOwed).toBeNull();
    const asked = { ...delivered, returnRequest: { reason: "change_of_mind" as const, requestedAt: "2026-03-05T15:00:00Z" } };
    expect(kinds(asked)).toEqual([
      ["return_refund", "withheld"],
      ["return_send_back", "ahead"],
    ]);
    const sent = { ...asked, now: "2026-03-25T00:00:00Z", returnRequest: { ...asked.returnRequest, dispatchedAt: "2026-03-10T00:00:00Z" } };
    expect(bindingDeadlines(sent).overdue.map(({ kind, confidence }) => [kind, confidence])).toEqual([["return_refund", "A"]]);
    expect(kinds({ ...asked, now: "2026-03-25T00:00:00Z" })).toContainEqual(["return_send_back", "passed"]);
    const chinese = {
      ...asked,
      order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "CN" },
      customer: { country: "CN", zone: "Asia/Shanghai" },
    };
    expect(bindingDeadlines(chinese).missing).toContain("returnRequest.receivedAt");
    const american = { ...asked, order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "US" }, customer: { country: "US" } };
    expect(kinds(american)).toEqual([]);
  });
});

describe("policies", () => {
  const complete: CaseFile = {
    ...base,
    id: "C-1",
    ticket: { channel: "email", marketplace: "ebay", createdAt: "2026-03-05T15:00:00Z" },
    customer: { country: "GB", zone: "Europe/London" },
    order: { id: "O-1", placedAt: "2026-02-20T10:00:00Z", shipTo: "GB", total: usd("60.00"), paymentMethod: "paypal" },
    shipment: { carrier: "ups", status: "lost", shippedAt: "2026-02-21T00:00:00Z", promisedAt: "2026-03-01T00:00:00Z" },
    claim: { issueType: "logistics_not_received" },
  };
  it("stand on the same facts as the calculator, and are told once", () => {
    const remedies = proposeRemedies(complete);
    if ("undecided" in remedies) throw new Error("undecided");
    expect(remedies.deadlines.map(({ kind, fact, at }) => [kind, fact, at])).toEqual([
      ["ebay_item_not_received_answer", "ebay.item_not_received_answer", "2026-03-11T00:00:00Z"],
      ["ebay_item_not_received_closes", "ebay.item_not_received_closes", "2026-04-01T00:00:00Z"].map((text) =>
        text.replace("2026-04-01T00:00:00Z", "2026-03-31T23:00:00Z"),
      ),
      ["carrier_claim", undefined, "2026-04-23T00:00:00Z"],
      ["paypal_dispute_closes", "paypal.dispute_closes", "2026-08-19T23:00:00Z"],
    ]);
    const { deadlines, firstOwed } = bindingDeadlines({ ...complete, remedies });
    expect(deadlines.map(({ kind, at, owedBy }) => [kind, at, owedBy])).toEqual([
      ["ebay_item_not_received_answer", "2026-03-11T00:00:00Z", "seller"],
      ["ebay_item_not_received_closes", "2026-03-31T23:00:00Z", "buyer"],
      ["carrier_claim", "2026-04-23T00:00:00Z", "seller"],
      ["paypal_dispute_closes", "2026-08-19T23:00:00Z", "buyer"],
    ]);
    expect(firstOwed).toMatchObject({ deadline: { source: "ebay.com, help 4116" }, lost: [{ kind: "carrier_claim" }] });
  });

  it("follow a host's packs, say what holds nothing, and may bind whom they like", () => {
    const standard = disputes.facts.find(({ id }) => id === "ebay.item_not_received_answer") as (typeof disputes.facts)[number];
    const five = { ...standard, source: "eBay's letter" };
    const packs = {
      "marketplace/disputes": { pack: "ours", version: "1.0.0", facts: [{ ...five, value: { ...five.value, within: { days: 5 } } }] },
    };
    const own = proposeRemedies(complete, undefined, { packs });
    expect("undecided" in own ? [] : own.deadlines[0]).toMatchObject({ at: "2026-03-11T00:00:00Z", fact: "ebay.item_not_received_answer" });
    const gone = { ...five, value: { ...five.value, within: { bySellerTier: {} } } };
    const none = proposeRemedies(complete, undefined, {
      packs: { "marketplace/disputes": { pack: "ours", version: "1.0.0", facts: [gone] } },
    });
    expect(none.missing).toContain("packs.ebay.item_not_received_answer");
    const deadlines = [
      { kind: "promise", at: "2026-03-06T08:00:00Z", source: "ours", because: "we said so" },
      { kind: "other", at: "", source: "ours", because: "" },
      { kind: "carrier_claim", at: "2026-03-07T00:00:00Z", source: "ups", because: "by then" },
    ];
    const remedies = { ...own, deadlines } as CaseFile["remedies"];
    expect(bindingDeadlines({ ...base, remedies }).deadlines.map(({ kind, state, owedBy, area }) => [kind, state, owedBy, area])).toEqual([
      ["promise", "passed", null, "policy"],
      ["carrier_claim", "ahead", "seller", "policy"],
    ]);
    expect(kinds({ ...base, remedies, carrierClaim: { state: "paid" } })).toEqual([["promise", "passed"]]);
    expect(kinds({ ...base, remedies: { undecided: true, missing: [] } })).toEqual([]);
  });
});

it("reads remedies that are null as none", () => {
  const shipment = { carrier: "ups", shippedAt: "2026-02-01T00:00:00Z", trackingNumber: "1Z999AA10123456784" };
  const caseFile = { ...base, shipment, claim: { reason: "damaged" } } as CaseFile;
  expect(bindingDeadlines({ ...caseFile, remedies: null } as unknown as CaseFile)).toEqual(bindingDeadlines(caseFile));
});

describe("the dates that remedies name", () => {
  const holidays = { DE: ["2026-12-25", "2026-12-26"], FR: [] };
  const rights = fc.record({
    country: fc.constantFrom<string[]>("DE", "FR", "GB", "CN", "BR", "GR"),
    zone: fc.constantFrom<(string | undefined)[]>(undefined, "Europe/Berlin", "America/Sao_Paulo", "Asia/Tokyo"),
    delivered: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
    later: fc.option(fc.integer({ min: 0, max: 20 })),
    informed: fc.constantFrom(undefined, true, false),
    listed: fc.boolean(),
  });
  const right = ({
    country,
    zone,
    delivered,
    later,
    informed,
  }: typeof rights extends fc.Arbitrary<infer Value> ? Value : never): CaseFile => ({
    now: formatInstant(delivered + 3_600_000),
    ticket: { channel: "email", createdAt: formatInstant(delivered + 1_800_000) },
    customer: { country, ...(zone === undefined ? {} : { zone }) },
    order: {
      shipTo: country,
      placedAt: "2025-12-20T10:00:00Z",
      ...(later === null ? {} : { lastDeliveredAt: formatInstant(delivered + later * 86_400_000) }),
      ...(informed === undefined ? {} : { withdrawalInformed: informed }),
    },
    shipment: { deliveredAt: formatInstant(delivered) },
    claim: { issueType: "return_exchange" },
  });

  it("are those of the calculator: a period ends on a working day, with the last parcel, in the buyer's zone", () => {
    fc.assert(
      fc.property(rights, (given) => {
        const packs = given.listed ? { "public-holidays": holidays } : {};
        const caseFile = right(given);
        const remedies = proposeRemedies(caseFile, undefined, { packs });
        const named = "undecided" in remedies ? [] : remedies.deadlines;
        const counted = bindingDeadlines(caseFile, { packs }).deadlines;
        expect(named.length).toBeGreaterThan(0);
        for (const { fact, at } of named) expect([fact, at]).toEqual([fact, counted.find((deadline) => deadline.fact === fact)?.at]);
      }),
      { numRuns: 100 },
    );
  });

  it("end as late as the law says", () => {
    const at = (given: Partial<Parameters<typeof right>[0]>, packs: Record<string, unknown> = {}) => {
      const of = { country: "DE", zone: "Europe/Berlin", delivered: Date.UTC(2026, 10, 27, 12), later: null, informed: true, listed: true };
      const remedies = proposeRemedies(right({ ...of, ...given }), undefined, { packs });
      return "undecided" in remedies ? undefined : remedies.deadlines.find(({ kind }) => kind === "eu_withdrawal")?.at;
    };
    // Friday 11 December; Saturday 12 December moves on to Monday 14; Christmas and the weekend to Monday 28.
    expect(at({})).toBe("2026-12-11T23:00:00Z");
    expect(at({ later: 1 })).toBe("2026-12-14T23:00:00Z");
    expect(at({ later: 14 }, { "public-holidays": holidays })).toBe("2026-12-28T23:00:00Z");
    expect(at({ informed: false })).toBe("2027-12-13T23:00:00Z");
    const nowhere = proposeRemedies({
      ...right({ country: "US", zone: undefined, delivered: Date.UTC(2026, 2, 3), later: null, informed: true, listed: true }),
      order: { placedAt: "2026-03-01T20:00:00Z", shipTo: "US" },
      shipment: {},
      claim: { issueType: "logistics_delay" },
    });
    // Of all places where it was still the first of March, the day ends first less than four hours east of Greenwich, and daylight
    // saving may have begun since.
    expect("undecided" in nowhere ? [] : nowhere.deadlines).toMatchObject([{ kind: "us_ship_by", at: "2026-03-31T19:15:00Z" }]);
  });
});

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

it("reads public holidays of the countries that are listed, and no others", () => {
  const packs = { "public-holidays": { DE: ["2026-12-25", "2026-12-26"] } };
  expect(publicHolidays({ packs }, "DE")).toEqual(new Set(["2026-12-25", "2026-12-26"]));
  expect(publicHolidays({ packs }, "DE")).toBe(publicHolidays({ packs }, "DE"));
  expect([publicHolidays({ packs }, "FR"), publicHolidays({ packs }, undefined), publicHolidays({ packs: {} }, "DE")]).toEqual(
    Array.from({ length: 3 }, () => undefined),
  );
  for (const pack of [{ DE: ["Christmas"] }, { DE: "none" }, "none", 1])
    expect(() => publicHolidays({ packs: { "public-holidays": pack } }, "DE")).toThrow(expect.objectContaining({ code: "pack_invalid" }));
});

it("has packs that the reader of returns doesn't take", () => {
  expect(() => returnPackReader.read(disputes)).toThrow(/can't be read/);
});
