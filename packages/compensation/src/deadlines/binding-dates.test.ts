import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarrierClaim, CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { bindingDates, type DeadlineRule } from "./binding-dates.js";
import { bindingDeadlines } from "./binding-deadlines.js";
import { base, now } from "./testing/open-case.js";

const sourced = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: `the law, ${id}`,
  confidence: "B",
  verifiedAt: "2026-01-01",
  ...more,
});
const pack = (...facts: object[]) => ({ pack: "ours", version: "1.0.0", facts });

describe("the dates that policies name", () => {
  const right = (value: object = {}, more: object = {}) =>
    sourced(
      "own.right",
      {
        kind: "right",
        because: "The buyer may send it back.",
        reasons: "any",
        window: { from: "contract", within: { days: 10 } },
        exceptions: [],
        conditions: [],
        wayBack: "buyer",
        gives: ["refund"],
        ...value,
      },
      more,
    );
  const dispute = (value: object = {}, more: object = {}) =>
    sourced(
      "own.answer",
      {
        kind: "deadline",
        because: "The venue wants an answer.",
        duty: "answer",
        owedBy: "seller",
        states: ["requested"],
        from: ["dispute.requested", "order.placedAt"],
        within: { hours: 48 },
        ...value,
      },
      more,
    );
  const rule = (params: object, more: object = {}) =>
    ({
      policy: "own/policy",
      version: "1.2.0",
      rule: "rule-1",
      event: { type: "deadline", params: { kind: "promise", ...params } },
      ...more,
    }) as unknown as DeadlineRule;
  const placed: CaseFile = { ...base, order: { placedAt: "2026-03-01T12:00:00Z" } };
  const dates = (
    rules: DeadlineRule[],
    caseFile: CaseFile = placed,
    packs: Record<string, unknown> = {},
    read: (fact: string) => unknown = () => undefined,
  ) => bindingDates(rules, read, null, caseFile, contextFor(caseFile, { packs }));

  it("count a span from a fact of the case, and say by which rule", () => {
    const read = (name: string) => (name === "order.placedAt" ? "2026-03-01T12:00:00Z" : undefined);
    expect(dates([rule({ from: "order.placedAt", within: { hours: 24 } })], placed, {}, read)).toEqual({
      deadlines: [{ kind: "promise", at: "2026-03-02T12:00:00Z", source: "own/policy 1.2.0", because: "rule-1" }],
      missing: [],
    });
    const said = dates(
      [rule({ from: "order.placedAt", within: { days: 2 } }, { source: "a letter", because: "We promised." })],
      placed,
      {},
      read,
    );
    expect(said.deadlines).toEqual([{ kind: "promise", at: "2026-03-04T00:00:00Z", source: "a letter", because: "We promised." }]);
    expect(dates([rule({ from: "shipment.shippedAt", within: { days: 2 } })], placed, {}, read)).toEqual({
      deadlines: [],
      missing: ["shipment.shippedAt"],
    });
    expect(dates([rule({ within: { days: 2 } })])).toEqual({ deadlines: [], missing: [] });
    expect(dates([rule({ from: "order.placedAt" })], placed, {}, read)).toEqual({ deadlines: [], missing: ["order.placedAt"] });
  });

  it("take the span of a fact, whose words hold where the rule has none", () => {
    const packs = { "marketplace/disputes": pack(dispute()) };
    expect(dates([rule({ fact: "own.answer" })], placed, packs).deadlines).toEqual([
      {
        kind: "promise",
        at: "2026-03-03T12:00:00Z",
        source: "the law, own.answer",
        because: "The venue wants an answer.",
        fact: "own.answer",
      },
    ]);
    expect(
      dates([rule({ fact: "own.answer" }, { source: "a letter", because: "We promised." })], placed, packs).deadlines[0],
    ).toMatchObject({
      source: "a letter",
      because: "We promised.",
    });
    expect(dates([rule({ fact: "own.answer" })], base, packs)).toEqual({ deadlines: [], missing: ["dispute.history.requested"] });
    expect(dates([rule({ fact: "own.unheard" })], placed, packs)).toEqual({ deadlines: [], missing: ["packs.own.unheard"] });
    const begun = {
      ...placed,
      dispute: {
        history: [
          { state: "requested" as const, at: "2026-03-02T00:00:00Z" },
          { state: "requested" as const, at: "2026-03-04T00:00:00Z" },
          { state: "answered" as const, at: "2026-03-05T00:00:00Z" },
        ],
      },
    };
    expect(dates([rule({ fact: "own.answer" })], begun, packs).deadlines[0]?.at).toBe("2026-03-06T00:00:00Z");
  });

  it("take a span by the seller's tier only where the tier is known", () => {
    const packs = { "marketplace/disputes": pack(dispute({ within: { bySellerTier: { gold: { hours: 24 } } } })) };
    const at = (order: CaseFile["order"]) => dates([rule({ fact: "own.answer" })], { ...placed, order: order ?? null }, packs);
    expect(at({ placedAt: "2026-03-01T12:00:00Z", sellerTier: "gold" }).deadlines[0]?.at).toBe("2026-03-02T12:00:00Z");
    expect(at({ placedAt: "2026-03-01T12:00:00Z", sellerTier: "tin" }).missing).toEqual(["packs.own.answer"]);
    expect(at({ placedAt: "2026-03-01T12:00:00Z" }).missing).toEqual(["packs.own.answer"]);
    expect(at(null).missing).toEqual(["packs.own.answer"]);
  });

  it("take the window of a right, but not one without an end, nor a fact that is no right", () => {
    const at = (fact: object, id = "own.right", name = "law/returns") => dates([rule({ fact: id })], placed, { [name]: pack(fact) });
    expect(at(right()).deadlines).toEqual([
      {
        kind: "promise",
        at: "2026-03-12T00:00:00Z",
        source: "the law, own.right",
        because: "The buyer may send it back.",
        fact: "own.right",
      },
    ]);
    expect(at(right(), "own.right", "marketplace/returns").deadlines[0]?.at).toBe("2026-03-12T00:00:00Z");
    expect(at(right({ window: { from: "contract", within: null } })).missing).toEqual(["packs.own.right"]);
    expect(at(right({ window: { from: "contract", within: { bySellerTier: { gold: { days: 1 } } } } })).missing).toEqual([
      "packs.own.right",
    ]);
    const region = sourced("own.region", { kind: "region", name: "OWN", countries: ["DE"] });
    expect(at(region, "own.region").missing).toEqual(["packs.own.region"]);
    expect(at(right({ window: { from: "delivery", within: { days: 10 } } })).missing).toEqual(["order.lastDeliveredAt"]);
  });

  it("hold on the day of the order by law, and on the day the buyer asked by a marketplace", () => {
    const halves = (fact: (value: object, more: object) => object) => [
      fact({}, { effectiveTo: "2026-03-03", source: "the old text" }),
      fact({}, { effectiveFrom: "2026-03-03", source: "the new text" }),
    ];
    const source = (id: string, name: string, facts: object[], caseFile: CaseFile) =>
      dates([rule({ fact: id })], caseFile, { [name]: pack(...facts) }).deadlines[0]?.source;
    expect(source("own.right", "law/returns", halves(right), placed)).toBe("the old text");
    expect(source("own.right", "marketplace/returns", halves(right), placed)).toBe("the new text");
    expect(source("own.answer", "marketplace/disputes", halves(dispute), placed)).toBe("the new text");
    const unasked: CaseFile = { ...placed, ticket: { channel: "email" } };
    expect(source("own.answer", "marketplace/disputes", halves(dispute), unasked)).toBe("the old text");
    const shipped = { ...base, shipment: { shippedAt: "2026-03-02T00:00:00Z" } };
    const byShipment = (value: object, more: object) => right({ window: { from: "shipment", within: { days: 3 } }, ...value }, more);
    expect(source("own.right", "law/returns", halves(byShipment), shipped)).toBe("the old text");
    const delivered = { ...base, shipment: { deliveredAt: "2026-03-02T00:00:00Z" } };
    const byDelivery = (value: object, more: object) => right({ window: { from: "delivery", within: { days: 3 } }, ...value }, more);
    expect(source("own.right", "law/returns", halves(byDelivery), delivered)).toBe("the old text");
    const completed = { now, ticket: { channel: "email" as const }, order: { completedAt: "2026-03-02T00:00:00Z" } };
    const byCompletion = (value: object, more: object) => right({ window: { from: "completion", within: { days: 3 } }, ...value }, more);
    expect(source("own.right", "law/returns", halves(byCompletion), completed)).toBeUndefined();
    expect(source("own.right", "law/returns", [byCompletion({}, {})], completed)).toBe("the law, own.right");
  });

  it("say what the fact says of whom and how sure, once they are deadlines", () => {
    const bound = (fact: object, id: string, name: string) =>
      bindingDeadlines(
        {
          ...placed,
          remedies: {
            deadlines: [{ kind: "named", at: "2026-03-09T00:00:00Z", source: "ours", because: "so", fact: id }],
          } as unknown as CaseFile["remedies"],
        },
        { packs: { [name]: pack(fact) } },
      ).deadlines.find(({ kind }) => kind === "named");
    expect(bound(dispute(), "own.answer", "marketplace/disputes")).toMatchObject({
      owedBy: "seller",
      area: "marketplace",
      nature: "closes",
      confidence: "B",
      fact: "own.answer",
    });
    expect(bound(dispute({ opens: true }), "own.answer", "marketplace/disputes")?.nature).toBe("opens");
    expect(bound(right(), "own.right", "law/returns")).toMatchObject({ owedBy: "buyer", area: "law", nature: "closes" });
    expect(bound(right(), "own.right", "marketplace/returns")?.area).toBe("marketplace");
    expect(bound(right(), "own.gone", "law/returns")).toMatchObject({
      owedBy: null,
      area: "policy",
      nature: "closes",
      confidence: null,
      fact: "own.gone",
    });
  });

  it("stand by their instants, those of one instant as their rules do, and the carrier's date after them", () => {
    const read = () => "2026-03-01T00:00:00Z";
    const at = (hours: number) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString().replace(".000", "");
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 7 }), fc.integer({ min: 1, max: 6 }), (hours, claimed) => {
        const rules = hours.map((count, index) => rule({ kind: `${index}`, from: "order.placedAt", within: { hours: count } }));
        const claim = { carrier: "ups", fileBy: at(claimed), source: "the terms" } as CarrierClaim;
        const told = bindingDates(rules, read, claim, placed, contextFor(placed)).deadlines.map((date) => [date.kind, date.at]);
        const wanted = [...hours.map((count, index) => [`${index}`, at(count)]), ["carrier_claim", at(claimed)]];
        expect(told).toEqual(wanted.toSorted(([, one], [, other]) => ((one as string) < (other as string) ? -1 : one === other ? 0 : 1)));
      }),
    );
  });

  it("have the carrier's only with a date and a source", () => {
    const told = (claim: object) => {
      const given = { carrier: "ups", fileBy: "2026-03-09T00:00:00Z", source: "the terms", ...claim } as CarrierClaim;
      return bindingDates([], () => undefined, given, placed, contextFor(placed));
    };
    const because = "the claim with ups must be filed by then";
    expect(told({})).toEqual({
      deadlines: [{ kind: "carrier_claim", at: "2026-03-09T00:00:00Z", source: "the terms", because }],
      missing: [],
    });
    for (const claim of [{ fileBy: null }, { fileBy: undefined }, { source: null }]) {
      expect(told(claim)).toEqual({ deadlines: [], missing: [] });
    }
  });

  it("of several rules lack what each of them lacks, and are counted by one calendar", () => {
    const packs = { "law/returns": pack(right(), { ...right(), id: "own.other" }) };
    const both = dates([rule({ fact: "own.right" }), rule({ from: "shipment.shippedAt" }), rule({ fact: "own.other" })], placed, packs);
    expect(both.deadlines.map(({ at, fact }) => [at, fact])).toEqual([
      ["2026-03-12T00:00:00Z", "own.right"],
      ["2026-03-12T00:00:00Z", "own.other"],
    ]);
    expect(both.missing).toEqual(["shipment.shippedAt"]);
  });
});
