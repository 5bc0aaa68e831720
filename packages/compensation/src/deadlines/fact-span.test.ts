import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { createContext } from "@amends/core/stage";
import { factSpan } from "./fact-span.js";

const now = Date.parse("2026-03-06T09:00:00Z");
const source = { source: "ours", confidence: "A", verifiedAt: "2026-01-01" } as const;

const right = (days: number | object, more: object = {}) => ({
  id: "eu.withdrawal",
  value: {
    kind: "right",
    because: `${JSON.stringify(days)} days`,
    reasons: "any",
    window: { from: "delivery", within: typeof days === "number" ? { days } : days },
    exceptions: [],
    conditions: [],
    wayBack: "buyer",
    gives: ["refund"],
  },
  ...source,
  ...more,
});
const duty = (id: string, days: number, more: object = {}) => ({
  id,
  value: {
    kind: "deadline",
    because: "soon",
    duty: "answer",
    owedBy: "seller",
    states: ["requested"],
    from: ["ticket.createdAt"],
    within: { days },
    ...more,
  },
  ...source,
});
const pack = (...facts: object[]) => ({ pack: "ours", version: "1.0.0", facts });

const ordered: CaseFile = { order: { placedAt: "2026-02-01T00:00:00Z" }, ticket: { channel: "email", createdAt: "2026-03-01T00:00:00Z" } };
const spanOf = (id: string, packs: Readonly<Record<string, unknown>> = {}, caseFile: CaseFile = ordered) =>
  factSpan(id, caseFile, createContext({ now, packs }));
const withinOf = (...asked: Parameters<typeof spanOf>) => spanOf(...asked)?.within;

describe("the span of a fact", () => {
  it("says from when it runs, how long and whom it binds, as its pack is one of law or of marketplaces", () => {
    expect(spanOf("eu.withdrawal", { "law/returns": pack(right(20)) })).toEqual({
      from: ["order.lastDeliveredAt", "shipment.deliveredAt"],
      within: { days: 20 },
      because: "20 days",
      source: "ours",
      confidence: "A",
      owedBy: "buyer",
      opens: false,
      area: "law",
      window: { from: "delivery", within: { days: 20 } },
      countries: undefined,
    });
    expect(spanOf("own.duty", { "marketplace/disputes": pack(duty("own.duty", 3, { opens: true, countries: ["DE"] })) })).toEqual({
      from: ["ticket.createdAt"],
      within: { days: 3 },
      because: "soon",
      source: "ours",
      confidence: "A",
      owedBy: "seller",
      opens: true,
      area: "marketplace",
      window: null,
      countries: ["DE"],
    });
    expect(spanOf("own.returns", { "marketplace/returns": pack(right(9, { id: "own.returns" })) })).toMatchObject({ area: "marketplace" });
  });

  it("is that of the host that asks, whichever asked before", () => {
    const first = { "law/returns": pack(right(20)) };
    const second = { "law/returns": pack(right(60)) };
    const emptyHanded = { "law/returns": null, "marketplace/disputes": undefined, "marketplace/returns": null };
    for (let turn = 0; turn < 2; turn += 1) {
      expect(withinOf("eu.withdrawal")).toEqual({ days: 14 });
      expect(withinOf("eu.withdrawal", first)).toEqual({ days: 20 });
      expect(withinOf("eu.withdrawal", second)).toEqual({ days: 60 });
      expect(withinOf("eu.withdrawal", emptyHanded)).toEqual({ days: 14 });
    }
  });

  it("is the host's from each of its packs, alone or with the others", () => {
    const packs = {
      "law/returns": pack(right(20)),
      "marketplace/disputes": pack(duty("amazon.a_to_z_answer", 5)),
      "marketplace/returns": pack(right(9, { id: "tiktok.vn.returns" })),
    };
    const ids = ["eu.withdrawal", "amazon.a_to_z_answer", "tiktok.vn.returns"];
    const standard = ids.map((id) => withinOf(id));
    const own = [{ days: 20 }, { days: 5 }, { days: 9 }];
    expect(standard).not.toContainEqual(undefined);
    for (const [index, name] of Object.keys(packs).entries()) {
      const alone = { [name]: packs[name as keyof typeof packs] };
      expect(ids.map((id) => withinOf(id, alone))).toEqual(standard.with(index, own[index]));
    }
    const others = {
      "law/returns": pack(right(21)),
      "marketplace/disputes": pack(duty("amazon.a_to_z_answer", 6)),
      "marketplace/returns": pack(right(8, { id: "tiktok.vn.returns" })),
    };
    for (let turn = 0; turn < 2; turn += 1) {
      expect(ids.map((id) => withinOf(id, packs))).toEqual(own);
      expect(ids.map((id) => withinOf(id, others))).toEqual([{ days: 21 }, { days: 6 }, { days: 8 }]);
    }
    expect(ids.map((id) => withinOf(id))).toEqual(standard);
  });

  it("isn't there for an id of no fact, nor for a fact without a fixed end, now as later", () => {
    const endless = { "law/returns": pack({ ...right(1), value: { ...right(1).value, window: { from: "delivery", within: null } } }) };
    for (let turn = 0; turn < 2; turn += 1) {
      expect(spanOf("no.such")).toBeUndefined();
      expect(spanOf("eu.members")).toBeUndefined();
      expect(spanOf("eu.withdrawal", endless)).toBeUndefined();
    }
    expect(withinOf("no.such", { "marketplace/disputes": pack(duty("no.such", 2)) })).toEqual({ days: 2 });
  });
});

describe("a span by the seller's tier", () => {
  const by = (sellerTier: string | undefined): CaseFile => ({ ...ordered, order: { ...ordered.order, ...(sellerTier && { sellerTier }) } });

  it.each([
    ["shopee.ph.returns", 15, 7],
    ["tiktok.th.window", 15, 7],
    ["shopee.ph.confirm", 7, 3],
  ])("of %s is that of the case's tier, and none where there is no such tier", (id, ofMall, ofOthers) => {
    for (let turn = 0; turn < 2; turn += 1) {
      expect(withinOf(id, {}, by("mall"))).toEqual({ days: ofMall });
      expect(withinOf(id, {}, by("nonMall"))).toEqual({ days: ofOthers });
      for (const tier of [undefined, "gold", "toString"]) expect(spanOf(id, {}, by(tier))).toBeUndefined();
      expect(spanOf(id, {}, { ticket: { channel: "email", createdAt: "2026-03-01T00:00:00Z" } })).toBeUndefined();
    }
  });
});

describe("the date that a fact is asked for", () => {
  const changing = {
    "law/returns": pack(
      right(10, { id: "own.right", effectiveTo: "2026-02-01", zone: "Asia/Tokyo" }),
      right(20, { id: "own.right", effectiveFrom: "2026-02-01", effectiveTo: "2026-03-01", zone: "Asia/Tokyo" }),
      right(30, { id: "own.right", effectiveFrom: "2026-04-01" }),
    ),
    "marketplace/returns": pack(right(1, { id: "own.returns", effectiveTo: "2026-03-01" }), right(2, { id: "own.returns" })),
  };
  const placed = (placedAt: string): CaseFile => ({ ...ordered, order: { placedAt } });

  it("is that of the order for law, to the first instant of its day where the fact counts its days", () => {
    const days = (placedAt: string) => withinOf("own.right", changing, placed(placedAt));
    expect(days("2020-01-01T00:00:00Z")).toEqual({ days: 10 });
    expect(days("2026-01-31T14:59:59.999Z")).toEqual({ days: 10 });
    expect(days("2026-01-31T15:00:00Z")).toEqual({ days: 20 });
    expect(days("2026-02-15T00:00:00Z")).toEqual({ days: 20 });
    expect(days("2026-02-28T14:59:59.999Z")).toEqual({ days: 20 });
    expect(days("2026-02-28T15:00:00Z")).toBeUndefined();
    expect(days("2026-03-31T23:59:59.999Z")).toBeUndefined();
    expect(days("2026-04-01T00:00:00Z")).toEqual({ days: 30 });
  });

  it("is, for law, that of the dispatch or the delivery where nobody knows the order's, and the ticket's after them", () => {
    const days = (caseFile: CaseFile) => withinOf("own.right", changing, caseFile);
    const ticket = { channel: "email", createdAt: "2026-02-15T00:00:00Z" } as const;
    const deliveredAt = "2026-04-15T00:00:00Z";
    expect(days({ ticket, shipment: { shippedAt: "2026-01-15T00:00:00Z", deliveredAt } })).toEqual({ days: 10 });
    expect(days({ ticket, shipment: { deliveredAt }, order: {} })).toEqual({ days: 30 });
    expect(days({ ticket, shipment: null, order: null })).toEqual({ days: 20 });
  });

  it("is that of the ticket for marketplaces, and the order's where there is no ticket", () => {
    const days = (caseFile: CaseFile) => withinOf("own.returns", changing, caseFile);
    const order = { placedAt: "2026-02-01T00:00:00Z" };
    expect(days({ order, ticket: { channel: "email", createdAt: "2026-03-01T00:00:00Z" } })).toEqual({ days: 2 });
    expect(days({ order, ticket: { channel: "email" } })).toEqual({ days: 1 });
    expect(days({ order })).toEqual({ days: 1 });
  });

  it("is none where the case knows of none, when what has no dates holds alone", () => {
    for (const caseFile of [{}, { ticket: { channel: "email" } }, { order: null, shipment: null }] as CaseFile[]) {
      expect(withinOf("own.returns", changing, caseFile)).toEqual({ days: 2 });
      expect(spanOf("own.right", changing, caseFile)).toBeUndefined();
      expect(withinOf("tiktok.vn.returns", {}, caseFile)).toEqual({ days: 15 });
    }
  });

  it("asks facts of one id in their order: the first that holds says", () => {
    const dates = fc.constantFrom("2026-01-31", "2026-02-01", "2026-02-02");
    const time = fc.integer({ min: Date.UTC(2026, 0, 28), max: Date.UTC(2026, 1, 5) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(dates), fc.option(dates)), { minLength: 1, maxLength: 3 }), time, (dated, at) => {
        const isOrdered = dated.every(([from, to]) => from === null || to === null || from < to);
        fc.pre(isOrdered);
        const facts = dated.map(([from, to], index) => {
          return right(index + 1, { id: "own.right", ...(from && { effectiveFrom: from }), ...(to && { effectiveTo: to }) });
        });
        const day = new Date(at).toISOString().slice(0, 10);
        const held = dated.findIndex(([from, to]) => (from ?? "") <= day && day < (to ?? "9"));
        const found = withinOf("own.right", { "law/returns": pack(...facts) }, placed(new Date(at).toISOString()));
        expect(found).toEqual(held < 0 ? undefined : { days: held + 1 });
      }),
    );
  });
});
