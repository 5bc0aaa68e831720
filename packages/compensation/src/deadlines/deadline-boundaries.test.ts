import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { bindingDates, type DeadlineRule } from "./binding-dates.js";
import { bindingDeadlines } from "./binding-deadlines.js";
import { sampleTarget, sampleTargets } from "./testing/sample-targets.js";

const now = "2026-03-06T09:00:00Z";
const base: CaseFile = { now, ticket: { channel: "email", createdAt: "2026-03-05T15:00:00Z" }, customer: { country: "DE", zone: "UTC" } };
const sourced = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: `the law, ${id}`,
  confidence: "B",
  verifiedAt: "2026-01-01",
  ...more,
});
const pack = (...facts: object[]) => ({ pack: "ours", version: "1.0.0", facts });
const failure = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("targets of service", () => {
  const target = (more: object = {}) => sampleTarget("2026-03-06T10:00:00Z", { rule: "sla/targets/email", ...more });
  const found = (more: object) => bindingDeadlines({ ...base, sla: sampleTargets(more) });

  it("tell from when, by which rule, and what silence costs", () => {
    const lost = [
      { rule: "sla/a/one", dueAt: now, within: "PT4H" },
      { rule: "sla/b/two", dueAt: now, within: "PT4H" },
    ];
    expect(found({ resolution: target({ startedAt: "2026-03-05T15:00:00Z", lost }) }).deadlines).toEqual([
      {
        kind: "sla_resolution",
        at: "2026-03-06T10:00:00Z",
        on: null,
        area: "sla",
        owedBy: "seller",
        nature: "closes",
        state: "ahead",
        from: ["sla, from 2026-03-05T15:00:00Z"],
        because: "the resolution is due within PT2H (business clock), before sla/a/one, sla/b/two",
        source: "sla/targets/email",
        confidence: null,
        fact: "sla/targets/email",
        onSilence: "the target counts as missed",
      },
    ]);
    expect(found({ nextResponse: target() }).deadlines[0]).toMatchObject({
      kind: "sla_next_response",
      from: [],
      because: "the next response is due within PT2H (business clock)",
    });
  });

  it.each(["met", "missed", "stopped"])("bind no more once they are %s, nor do their reports", (state) => {
    expect(found({ resolution: target({ state }) }).deadlines).toEqual([]);
    const updates = { acknowledgeBy: now, every: "PT24H", at: ["2026-03-07T08:00:00Z"], rule: "sla/updates" };
    expect(found({ resolution: target({ state }), updates }).deadlines).toEqual([]);
    expect(found({ resolution: target({ dueAt: null }), updates }).deadlines).toHaveLength(1);
  });

  it("are overdue past their instant, or where their clock says so", () => {
    const state = (dueAt: string, more: object = {}) => found({ resolution: target({ dueAt, ...more }) }).deadlines[0]?.state;
    expect(state(now)).toBe("ahead");
    expect(state("2026-03-06T08:59:59Z")).toBe("overdue");
    expect(state("2026-03-06T10:00:00Z", { state: "overdue" })).toBe("overdue");
    expect(state("2026-03-06T10:00:00Z", { state: "running" })).toBe("ahead");
  });

  it("promise the next report, not one of this very instant", () => {
    const updates = (...at: string[]) => found({ updates: { acknowledgeBy: now, every: "PT24H", at, rule: "sla/updates" } }).deadlines;
    expect(updates(now, "2026-03-07T08:00:00Z")).toEqual([
      expect.objectContaining({
        kind: "sla_report",
        at: "2026-03-07T08:00:00Z",
        area: "sla",
        owedBy: "seller",
        because: "the customer was promised a report every PT24H",
        source: "sla/updates",
        fact: "sla/updates",
      }),
    ]);
    expect(updates()).toEqual([]);
    expect(found({}).deadlines).toEqual([]);
  });
});

describe("the first of several deadlines", () => {
  const remedies = (...dates: [string, string][]) =>
    ({
      deadlines: dates.map(([kind, at]) => ({ kind, at, source: "ours", because: "We said so... then." })),
    }) as unknown as CaseFile["remedies"];
  const first = (...dates: [string, string][]) => bindingDeadlines({ ...base, remedies: remedies(...dates) }).first;

  it("says by how much, in hours below two days and in days from then on", () => {
    const because = (at: string) => first(["one", "2026-03-07T00:00:00Z"], ["two", at])?.because;
    expect(because("2026-03-08T23:59:00Z")).toBe("We said so... then (ours): 47 h 59 min before two");
    expect(because("2026-03-09T00:00:00Z")).toBe("We said so... then (ours): 2 days before two");
    expect(because("2026-03-10T23:59:00Z")).toBe("We said so... then (ours): 3 days before two");
    expect(because("2026-03-07T00:00:00Z")).toBe("We said so... then (ours): 0 h 0 min before two");
    expect(first(["one", "2026-03-07T00:00:00Z"])?.because).toBe("We said so... then (ours): the only one ahead");
    expect(first()).toBeNull();
  });

  it("is ahead until its instant, and not at it", () => {
    expect(first(["one", now])).toBeNull();
    const told = bindingDeadlines({ ...base, remedies: remedies(["one", now], ["two", "2026-03-06T09:00:01Z"]) });
    expect(told.deadlines.map(({ kind, state, owedBy, confidence, fact, from }) => [kind, state, owedBy, confidence, fact, from])).toEqual([
      ["one", "passed", null, null, null, []],
      ["two", "ahead", null, null, null, []],
    ]);
    expect(told.firstOwed?.deadline.kind).toBe("two");
    expect(told.overdue).toEqual([]);
  });

  it("is the carrier's once, where the claim is on file", () => {
    const both = remedies(["carrier_claim", "2026-03-07T00:00:00Z"]);
    expect(bindingDeadlines({ ...base, remedies: both }).deadlines[0]?.owedBy).toBe("seller");
    expect(bindingDeadlines({ ...base, remedies: both, carrierClaim: null }).deadlines).toHaveLength(1);
    expect(bindingDeadlines({ ...base, remedies: both, carrierClaim: { state: "rejected" } }).deadlines).toEqual([]);
  });
});

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
});

describe("returns", () => {
  const delivered: CaseFile = {
    ...base,
    order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "DE", withdrawalInformed: true, items: [{ sku: "A", traits: [] }] },
    shipment: { deliveredAt: "2026-03-02T12:00:00Z" },
  };
  const packs = { "public-holidays": { DE: [] } };

  it("bind while they may be asked for, and by what was asked", () => {
    const [window] = bindingDeadlines(delivered, { packs }).deadlines;
    expect(window).toMatchObject({
      kind: "eu_withdrawal",
      area: "law",
      owedBy: "buyer",
      fact: "eu.withdrawal",
      onSilence: "the buyer can't return by this right any more",
    });
    const asked = { ...delivered, returnRequest: { reason: "change_of_mind" as const, requestedAt: "2026-03-05T15:00:00Z" } };
    const duties = bindingDeadlines(asked, { packs }).deadlines;
    expect(duties.map(({ kind, onSilence, area }) => [kind, onSilence, area])).toEqual([
      ["return_refund", "the seller is in default of the refund", "law"],
      ["return_send_back", "the seller may refuse the return by this right", "law"],
    ]);
    const received = {
      ...asked,
      returnRequest: { ...asked.returnRequest, dispatchedAt: "2026-03-05T16:00:00Z", receivedAt: "2026-03-06T08:00:00Z" },
    };
    expect(bindingDeadlines(received, { packs }).deadlines.map(({ kind, state }) => [kind, state])).toEqual([["return_refund", "ahead"]]);
    const refunded = { ...received, returnRequest: { ...received.returnRequest, refundedAt: "2026-03-06T08:30:00Z" } };
    expect(bindingDeadlines(refunded, { packs })).toMatchObject({ deadlines: [], missing: [] });
    const late = {
      ...refunded,
      now: "2026-06-06T09:00:00Z",
      returnRequest: { ...refunded.returnRequest, refundedAt: "2026-06-01T08:30:00Z" },
    };
    expect(bindingDeadlines(late, { packs }).deadlines).toEqual([]);
  });

  it("that nothing was delivered for bind nobody, and ask for nothing", () => {
    expect(bindingDeadlines({ ...base, order: { placedAt: "2026-02-20T10:00:00Z", shipTo: "DE" } }, { packs })).toMatchObject({
      deadlines: [],
      missing: [],
    });
    expect(
      bindingDeadlines({ ...delivered, shipment: null, order: { ...delivered.order, lastDeliveredAt: "2026-03-02T12:00:00Z" } }, { packs })
        .deadlines,
    ).toHaveLength(1);
    expect(bindingDeadlines({ ...delivered, returnRequest: null }, { packs }).deadlines).toHaveLength(1);
    expect(bindingDeadlines(delivered, { packs }).missing).toEqual([]);
  });
});

describe("public holidays", () => {
  it("that can't be read are refused, with the place and what was expected", () => {
    const delivered = { ...base, order: { shipTo: "DE" }, shipment: { deliveredAt: "2026-03-02T12:00:00Z" } };
    const read = (listed: unknown) => failure(() => bindingDeadlines(delivered, { packs: { "public-holidays": listed } }));
    expect(read({ DE: ["2026-12-25", "christmas"] })).toMatchObject({
      code: "pack_invalid",
      message: expect.stringContaining('The pack "public-holidays" can\'t be read'),
      findings: [
        {
          code: "pack_invalid",
          message: "must be a date, such as 2026-12-25",
          path: expect.stringContaining("public-holidays"),
          expected: "dates by country, such as { DE: [2026-12-25] }",
        },
      ],
    });
    expect(read("DE")).toMatchObject({ code: "pack_invalid" });
    expect(read({ FR: ["2026-12-25"] })).toBeUndefined();
  });

  it("move the end of a period, and are looked up for the country alone", () => {
    const delivered = (country: string | undefined): CaseFile => ({
      ...base,
      customer: { zone: "UTC", ...(country === undefined ? {} : { country }) },
      order: { placedAt: "2026-02-20T10:00:00Z", shipTo: country, withdrawalInformed: true },
      shipment: { deliveredAt: "2026-03-02T12:00:00Z" },
    });
    const on = (country: string | undefined, holidays: object) =>
      bindingDeadlines(delivered(country), { packs: { "public-holidays": holidays } }).deadlines.map(({ on: last }) => last)[0];
    expect(on("DE", { DE: ["2026-03-16"] })).toBe("2026-03-17");
    expect(on("DE", { DE: [], FR: ["2026-03-16"] })).toBe("2026-03-16");
    expect(on(undefined, { undefined: ["2026-03-16"] })).toBeUndefined();
  });
});
