import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packFindings } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { addDays, type CalendarDefinition } from "@amends/core/time";
import arrivals from "../../packs/refund/arrival.pack.json" with { type: "json" };
import terms from "../../packs/refund/terms.pack.json" with { type: "json" };
import { planRefund } from "./plan-refund.js";
import type { RefundRequest } from "./refund-plan.js";

const now = Date.UTC(2026, 2, 3, 15);
const money = (amount: string, currency: string) => ({ amount, currency });
const plan = (destination: string | null, change: Partial<RefundRequest> = {}, context: Partial<Context> = {}) =>
  planRefund(
    { amount: money("12.500", "KWD"), paymentCurrency: "KWD", storeCurrency: "KWD", paymentMethod: "card", destination, ...change },
    { now, ...context },
  );
const holidays = (country: string, ...dates: string[]) => ({ packs: { "public-holidays": { [country]: dates } } });

describe("business days of the destination", () => {
  it("follow its weekend", () => {
    expect(plan("KW", {}, holidays("KW"))).toMatchObject({ arrival: { from: "2026-03-10", to: "2026-03-17" }, missing: [] });
    // A Thursday: Friday and Saturday are free in Kuwait, Saturday and Sunday in Japan.
    const thursday = { now: Date.UTC(2026, 2, 5, 3) };
    expect(plan("KW", {}, { ...holidays("KW"), ...thursday }).arrival).toMatchObject({ from: "2026-03-12", to: "2026-03-19" });
    expect(plan("JP", {}, { ...holidays("JP"), ...thursday }).arrival).toMatchObject({ from: "2026-03-12", to: "2026-03-19" });
    const two = {
      now: Date.UTC(2026, 2, 4, 3),
      packs: { "public-holidays": { KW: [], JP: [] }, refundMethods: method({ businessDays: [2, 2] }) },
    };
    expect([plan("KW", {}, two), plan("JP", {}, two)].map(({ arrival }) => arrival?.from)).toEqual(["2026-03-08", "2026-03-06"]);
  });
  it("skip its holidays, and tell them with the delay", () => {
    const planned = plan("JP", {}, holidays("JP", "2026-03-06", "2026-03-20"));
    expect(planned.arrival).toMatchObject({ from: "2026-03-12", to: "2026-03-19" });
    expect(planned.payments[0]?.delay).toEqual({
      explanation: "refund_delay_card",
      says: expect.stringContaining("Your card's bank decides on which day"),
      reference: "acquirer_reference_number",
      sentOn: "2026-03-04",
      from: "2026-03-12",
      to: "2026-03-19",
      holidays: ["2026-03-06"],
    });
  });
  it("are those of the host's calendar, the request's before the context's", () => {
    const hours: [string, string][] = [["09:00", "17:00"]];
    const calendar: CalendarDefinition = { zone: "Asia/Tokyo", hours: { mon: hours } };
    expect(plan("JP", {}, { calendars: { JP: calendar } })).toMatchObject({ arrival: { from: "2026-04-06" }, missing: [] });
    const daily = { ...calendar, hours: { ...calendar.hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours } };
    expect(plan("JP", { calendar: daily }, { calendars: { JP: calendar } }).arrival).toMatchObject({ from: "2026-03-09" });
  });
  it("say what nobody told", () => {
    expect(plan("JP").missing).toEqual(["packs.public-holidays.JP"]);
    expect(plan("US", {}, holidays("US")).missing).toEqual(["zone"]);
    expect(plan("US", { zone: "America/Chicago" }, holidays("US")).missing).toEqual([]);
    expect(plan("JP", { paymentMethod: "paypal_balance" }).missing).toEqual([]);
    expect(() => plan("JP", {}, holidays("JP", "2026-02-30"))).toThrow(expect.objectContaining({ code: "pack_invalid" }));
  });
  it("give ranges that neither time, nor a slower method, nor a holiday moves back", () => {
    const country = fc.constantFrom("KW", "JP", "DE", "IN", "IR", "AF", "US");
    const dates = fc.uniqueArray(
      fc.integer({ min: 0, max: 60 }).map((day) => addDays("2026-03-01", day)),
      { maxLength: 8 },
    );
    const range = fc.tuple(fc.nat(20), fc.nat(20)).map(([one, more]): [number, number] => [one, one + more]);
    fc.assert(
      fc.property(country, dates, fc.nat(200), fc.nat(200), range, fc.nat(5), (destination, free, hour, later, businessDays, slower) => {
        const arrive = (at: number, days: [number, number], closed: string[]) => {
          const packs = { "public-holidays": { [destination]: closed }, refundMethods: method({ businessDays: days }) };
          const { arrival } = plan(destination, {}, { now: at, packs });
          return [arrival?.from ?? "", arrival?.to ?? ""] as const;
        };
        const at = now + hour * 3_600_000;
        const base = arrive(at, businessDays, free);
        const others = [
          arrive(at + later * 3_600_000, businessDays, free),
          arrive(at, [businessDays[0] + slower, businessDays[1] + slower], free),
        ];
        expect(base[0] <= base[1]).toBe(true);
        for (const [from, to] of others) expect(base[0] <= from && base[1] <= to).toBe(true);
        const [from, to] = arrive(at, businessDays, []);
        expect(from <= base[0] && to <= base[1]).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the packs", () => {
  it("are sound", () => {
    for (const pack of [arrivals, terms]) expect(packFindings(pack as never, "2026-11-22")).toEqual([]);
  });
  it("tell each method by one fact only", () => {
    const aliases = arrivals.facts.flatMap(({ value }) => (value.kind === "method" ? (value.aliases ?? []) : []));
    expect(new Set(aliases).size).toBe(aliases.length);
  });
  it("give way to the host's, by id", () => {
    const packs = { refundMethods: method({ businessDays: [1, 2] }), "public-holidays": { JP: [] } };
    expect(plan("JP", {}, { packs })).toMatchObject({
      arrival: { counted: { businessDays: [1, 2] } },
      source: "our bank",
      confidence: "B",
    });
    const first = { businessDays: [2, 1] };
    expect(() => plan("JP", {}, { packs: { refundMethods: method(first) } })).toThrow(/must not end before it begins/);
    const ended = { ...terms, facts: [{ ...terms.facts[0], effectiveTo: "2026-01-01" }] };
    expect(plan("JP", {}, { packs: { refundTerms: ended } })).toEqual(plan("JP"));
    const other = { ...terms, facts: [{ ...terms.facts[0], value: terms.facts.find(({ id }) => id === "notice.trace")?.value }] };
    expect(() => plan("JP", {}, { packs: { refundTerms: other } })).toThrow(/no fact of the kind "rates" is in force/);
  });
  it("may tell nothing on a stage", () => {
    const notice = terms.facts.find(({ id }) => id === "notice.trace");
    const [{ value }] = terms.facts as [(typeof terms.facts)[number]];
    const packs = { refundTerms: { ...terms, facts: [{ ...notice, value }] }, "public-holidays": { JP: [] } };
    expect(plan("JP", {}, { packs }).notices.map(({ stage }) => stage)).toEqual(["approved", "sent", "arrives"]);
  });
});

describe("the notices", () => {
  it("say by template what the stage is about", () => {
    const { notices } = plan("KW", {}, holidays("KW"));
    const amount = money("12.500", "KWD");
    expect(notices).toEqual([
      {
        stage: "approved",
        on: "2026-03-03",
        template: "refund_approved",
        payment: null,
        values: { amount, method: "card", from: "2026-03-10", to: "2026-03-17" },
      },
      {
        stage: "sent",
        on: "2026-03-03",
        template: "refund_sent",
        payment: null,
        values: {
          amount,
          method: "card",
          from: "2026-03-10",
          to: "2026-03-17",
          reference: "acquirer_reference_number",
          explanation: "refund_delay_card",
        },
      },
      expect.objectContaining({ stage: "arrives", on: "2026-03-17", template: "refund_arrives" }),
      expect.objectContaining({
        stage: "trace",
        on: "2026-03-18",
        values: { amount, method: "card", reference: "acquirer_reference_number" },
      }),
    ]);
  });
  it("come last where nobody knows their date", () => {
    expect(plan("KW", { paymentMethod: "boleto" }).notices.map(({ stage, on }) => [stage, on])).toEqual([
      ["approved", "2026-03-03"],
      ["sent", "2026-03-03"],
      ["arrives", null],
      ["trace", null],
    ]);
  });
});

function method(arrival: object) {
  return {
    pack: "ours",
    version: "1.0.0",
    facts: [
      {
        id: "card",
        value: { kind: "method", method: "card", aliases: ["card"], arrival, toSource: true },
        source: "our bank",
        confidence: "B",
        verifiedAt: "2026-03-01",
      },
    ],
  };
}
