import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { chooseReturnPoint } from "./choose-return-point.js";
import { decideReturnless } from "./decide-returnless.js";
import { moveReturn, openReturn } from "./return-authorisation.js";
import { returnDuties } from "./return-duties.js";
import { returnEligibility } from "./return-eligibility.js";
import type { ReturnPoint, ReturnPointRequest } from "./return-point.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
// Norway is in no standard fact, so that its rights are those that a test names.
const country = "NO";
const sourced = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: `the text of ${id}`,
  confidence: "B",
  verifiedAt: "2026-01-01",
  ...more,
});
const right = (value: object = {}, more: object = {}, id = "no.right") =>
  sourced(
    id,
    {
      kind: "right",
      because: "It may go back.",
      countries: [country],
      reasons: "any",
      window: { from: "delivery", within: { days: 10 } },
      exceptions: [],
      conditions: [],
      wayBack: "buyer",
      gives: ["refund"],
      ...value,
    },
    more,
  );
const pack = (...facts: object[]) => ({ pack: "ours", version: "1.0.0", facts });
const law = (...facts: object[]) => ({ "law/returns": pack(...facts) });
function caseOf(change: Partial<CaseFile> = {}): CaseFile {
  return {
    now: "2026-03-10T12:00:00Z",
    ticket: { channel: "email", marketplace: "own_store", createdAt: "2026-03-08T12:00:00Z" },
    customer: { zone: "UTC" },
    ...change,
    order: change.order === null ? null : { placedAt: "2026-03-01T10:00:00Z", shipTo: country, ...change.order },
    shipment: change.shipment === null ? null : { deliveredAt: "2026-03-05T12:00:00Z", ...change.shipment },
  };
}
const judge = (change: Partial<CaseFile>, packs: Record<string, unknown>) => returnEligibility(caseOf(change), { packs });
const asked = (returnRequest: NonNullable<CaseFile["returnRequest"]> = {}): Partial<CaseFile> => ({
  returnRequest: { reason: "change_of_mind", requestedAt: "2026-03-08T12:00:00Z", ...returnRequest },
});

describe("a right", () => {
  it("tells all of itself", () => {
    const told = judge(asked(), law(right({ sendBack: { days: 3 }, refund: { from: "received", within: { days: 5 } } })));
    expect(told).toMatchObject({
      status: "eligible",
      latest: { until: "2026-03-15", fact: "no.right" },
      wayBack: { paidBy: "buyer", fact: "no.right" },
      lost: [],
      missing: [],
      asked: { on: "2026-03-08", from: "returnRequest.requestedAt", zone: "UTC" },
    });
    expect(told.by).toMatchObject({
      fact: "no.right",
      grantedBy: "law",
      status: "eligible",
      reason: null,
      because: "It may go back.",
      until: "2026-03-15",
      untilAt: "2026-03-16T00:00:00Z",
      openEnded: false,
      forReason: false,
      wayBack: "buyer",
      gives: ["refund"],
      subjectTo: [],
      source: "the text of no.right",
      confidence: "B",
    });
  });

  it("is asked for when the buyer asked, else when the buyer wrote, else now", () => {
    const from = (change: Partial<CaseFile>) => judge(change, law(right())).asked;
    expect(from(asked())).toMatchObject({ on: "2026-03-08", from: "returnRequest.requestedAt" });
    expect(from({ returnRequest: { reason: "change_of_mind" } })).toMatchObject({ on: "2026-03-08", from: "ticket.createdAt" });
    expect(from({ ticket: { channel: "email" } })).toMatchObject({ on: "2026-03-10", from: "now" });
  });

  it("holds on its last day and not on the next", () => {
    const status = (requestedAt: string) => judge(asked({ requestedAt }), law(right()));
    expect(status("2026-03-15T23:59:59Z").status).toBe("eligible");
    const over = status("2026-03-16T00:00:00Z");
    expect(over).toMatchObject({ status: "not", by: null, latest: null, wayBack: null, missing: [] });
    expect(over.lost).toMatchObject([{ reason: "window_over", because: expect.stringContaining("it was open until 2026-03-15") }]);
    expect(judge(asked(), law(right({ window: { from: "delivery", within: null } })))).toMatchObject({
      by: { openEnded: true, until: null, untilAt: null },
      latest: null,
    });
  });

  it("is for the reasons it names, and says so", () => {
    const of = (reason: "faulty" | "change_of_mind" | undefined, reasons: unknown = ["faulty"]) =>
      judge(
        { returnRequest: { ...(reason === undefined ? {} : { reason }), requestedAt: "2026-03-08T12:00:00Z" } },
        law(right({ reasons })),
      );
    expect(of("faulty").by).toMatchObject({ forReason: true });
    expect(of("faulty", "any").by).toMatchObject({ forReason: false });
    expect(of("change_of_mind")).toMatchObject({
      status: "not",
      lost: [{ reason: "other_reason", because: expect.stringContaining("not for change_of_mind") }],
    });
    expect(of(undefined)).toMatchObject({ status: "unknown", missing: ["returnRequest.reason"] });
    expect(of(undefined, "any").status).toBe("eligible");
    const claimed = judge({ claim: { issueType: "quality_defect" } }, law(right({ reasons: ["faulty"] })));
    expect(claimed.by?.forReason).toBe(true);
    expect(judge({ claim: { issueType: "payment_failure" } }, law(right({ reasons: ["faulty"] }))).missing).toEqual([
      "returnRequest.reason",
    ]);
  });

  it("that needs a major failure asks how bad it is", () => {
    const of = (failure?: "major" | "minor" | null) =>
      judge(asked({ reason: "faulty", ...(failure === undefined ? {} : { failure }) }), law(right({ onlyMajorFailure: true })));
    expect(of("major").status).toBe("eligible");
    expect(of("minor")).toMatchObject({
      status: "not",
      lost: [{ reason: "minor_failure", because: expect.stringContaining("the failure is minor") }],
    });
    for (const unsaid of [undefined, null]) expect(of(unsaid)).toMatchObject({ status: "unknown", missing: ["returnRequest.failure"] });
  });

  it("that holds without terms asks whether there are any", () => {
    const of = (returnTermsStated?: boolean | null) =>
      judge({ ...asked(), order: returnTermsStated === undefined ? {} : { returnTermsStated } }, law(right({ onlyWithoutTerms: true })));
    expect(of(false).status).toBe("eligible");
    expect(of(true)).toMatchObject({ status: "not", lost: [{ reason: "terms_stated" }] });
    for (const unsaid of [undefined, null]) expect(of(unsaid)).toMatchObject({ status: "unknown", missing: ["order.returnTermsStated"] });
  });

  it("whose way back depends on what the buyer was told asks for that", () => {
    const of = (withdrawalInformed?: boolean | null) =>
      judge(
        { ...asked(), order: withdrawalInformed === undefined ? {} : { withdrawalInformed } },
        law(right({ wayBack: "buyer_if_told" })),
      );
    expect(of(true)).toMatchObject({ wayBack: { paidBy: "buyer" }, missing: [] });
    expect(of(false)).toMatchObject({ wayBack: { paidBy: "seller" }, missing: [] });
    for (const unsaid of [undefined, null])
      expect(of(unsaid)).toMatchObject({ status: "eligible", wayBack: { paidBy: "buyer" }, missing: ["order.withdrawalInformed"] });
    expect(judge(asked(), law(right({ wayBack: "buyer" }))).missing).toEqual([]);
    expect(judge(asked(), law(right({ wayBack: "seller" }))).wayBack?.paidBy).toBe("seller");
  });

  it("with exceptions and conditions asks for the state of the goods", () => {
    const of = (value: object, state: object = {}, traits?: string[]) =>
      judge(
        {
          order: { items: [{ sku: "A", ...(traits === undefined ? {} : { traits }) }] } as never,
          ...asked({ items: [{ sku: "A", ...state }] }),
        },
        law(right(value)),
      );
    const exceptions = [{ trait: "perishable" }];
    expect(of({ exceptions })).toMatchObject({ status: "eligible", missing: ["order.items[0].traits"] });
    expect(of({ exceptions }, {}, [])).toMatchObject({ status: "eligible", missing: [] });
    expect(of({ exceptions }, {}, ["perishable"])).toMatchObject({ status: "not", missing: [] });
    expect(of({ exceptions: [] })).toMatchObject({ status: "eligible", missing: [] });
    const conditions = ["unused", "unopened", "complete"];
    expect(of({ conditions })).toMatchObject({
      status: "eligible",
      by: { subjectTo: conditions },
      missing: ["returnRequest.items[0].used", "returnRequest.items[0].opened", "returnRequest.items[0].complete"],
    });
    expect(of({ conditions }, { used: false, opened: false, complete: true })).toMatchObject({
      status: "eligible",
      by: { subjectTo: [] },
      missing: [],
    });
    expect(of({ conditions }, { used: true, opened: false, complete: true })).toMatchObject({ status: "not", lost: [{ subjectTo: [] }] });
    expect(of({ conditions }, { used: false, opened: false, complete: false }).status).toBe("not");
    expect(of({ conditions }, { used: false, complete: null }).by?.subjectTo).toEqual(["unopened", "complete"]);
  });

  it("is of the item that was asked for, wherever it is in the order", () => {
    const order = {
      items: [
        { sku: "A", traits: ["perishable"] },
        { sku: "B", quantity: 2 },
      ],
    } as never;
    const exceptions = [{ trait: "perishable" }];
    const second = judge({ order, ...asked({ items: [{ sku: "B", quantity: 1 }] }) }, law(right({ exceptions })));
    expect(second.items).toMatchObject([{ sku: "B", quantity: 1, status: "eligible", missing: ["order.items[1].traits"] }]);
    const unknown = judge({ order, ...asked({ items: [{ sku: "C" }] }) }, law(right({ exceptions })));
    expect(unknown.items).toMatchObject([{ sku: "C", quantity: null, missing: ["order.items[0].traits"] }]);
    const all = judge({ order, ...asked() }, law(right({ exceptions })));
    expect(all.items.map(({ sku, quantity, status }) => [sku, quantity, status])).toEqual([
      ["A", null, "not"],
      ["B", 2, "eligible"],
    ]);
    expect(all.status).toBe("eligible");
    expect(judge({ order: null, ...asked(), customer: { country, zone: "UTC" } }, law(right())).items).toHaveLength(1);
  });
});

describe("several rights", () => {
  const names = (returned: ReturnType<typeof returnEligibility>) => [returned.by?.fact ?? null, ...returned.lost.map(({ fact }) => fact)];

  it("go by the law first, then, of marketplace and seller, by the longer one", () => {
    const packs = {
      ...law(right({}, {}, "no.law")),
      "marketplace/returns": pack(right({ marketplaces: ["own_store"] }, {}, "no.market")),
      "seller/returns": pack(right({ window: { from: "delivery", within: { days: 60 } } }, {}, "no.shop")),
    };
    const told = judge(asked(), packs);
    expect(names(told)).toEqual(["no.law", "no.shop", "no.market"]);
    expect(told.latest).toEqual({ until: "2026-05-04", fact: "no.shop" });
  });

  it("of one grantor go by what suits the buyer: the reason, the end, who pays, the name", () => {
    const longer = right({ window: { from: "delivery", within: { days: 20 } } }, {}, "no.longer");
    expect(names(judge(asked(), law(right(), longer)))).toEqual(["no.longer", "no.right"]);
    const endless = right({ window: { from: "delivery", within: null } }, {}, "no.endless");
    expect(names(judge(asked(), law(longer, endless)))).toEqual(["no.endless", "no.longer"]);
    const paid = right({ wayBack: "seller" }, {}, "no.z_paid");
    expect(names(judge(asked(), law(right(), paid)))).toEqual(["no.z_paid", "no.right"]);
    expect(names(judge(asked(), law(paid, right())))).toEqual(["no.z_paid", "no.right"]);
    expect(names(judge(asked(), law(right({}, {}, "no.b"), right({}, {}, "no.a"), right({}, {}, "no.c"))))).toEqual([
      "no.a",
      "no.b",
      "no.c",
    ]);
  });

  it("have the seller pay the way back where any of them does", () => {
    const paid = right({ wayBack: "seller", window: { from: "delivery", within: { days: 5 } } }, {}, "no.paid");
    expect(judge(asked(), law(right(), paid))).toMatchObject({ by: { fact: "no.right" }, wayBack: { paidBy: "seller", fact: "no.paid" } });
  });

  it("include what the law says is no right", () => {
    const none = sourced("no.none", { kind: "no_right", because: "No law gives it.", countries: [country], reasons: ["change_of_mind"] });
    expect(judge(asked(), law(none))).toMatchObject({
      status: "not",
      missing: [],
      lost: [
        {
          fact: "no.none",
          grantedBy: "law",
          status: "not",
          reason: "no_right",
          because: "No law gives it.",
          until: null,
          untilAt: null,
          openEnded: false,
          forReason: false,
          wayBack: "buyer",
          gives: [],
          subjectTo: [],
          sendBack: null,
          refund: null,
          missing: [],
        },
      ],
    });
    expect(judge(asked({ reason: "faulty" }), law(none)).lost).toEqual([]);
  });

  it("that the law may give elsewhere ask where the goods went", () => {
    const nowhere = judge({ ...asked(), order: { shipTo: null } }, law(right()));
    expect(nowhere.status).toBe("unknown");
    expect(nowhere.missing).toContain("order.shipTo");
  });
});

describe("the duties of a return", () => {
  const duties = (value: object, now: string, returnRequest: object = {}, zone: string | null = "UTC") => {
    const caseFile = caseOf({ now, customer: { zone }, ...asked(returnRequest) });
    const { by } = returnEligibility(caseFile, { packs: law(right(value)) });
    return by === null ? [] : returnDuties(caseFile, by);
  };
  const sendBack = { sendBack: { days: 3 } };
  const refund = (from: string, within: object | null = { days: 5 }, more: object = {}) => ({ refund: { from, within, ...more } });

  it("of the buyer run from the day it was asked for", () => {
    expect(duties(sendBack, "2026-03-10T00:00:00Z")).toEqual([
      {
        duty: "send_back",
        owedBy: "buyer",
        state: "running",
        dueOn: "2026-03-11",
        dueAt: "2026-03-12T00:00:00Z",
        from: ["returnRequest.requestedAt"],
        fact: "no.right",
        because: "It may go back.",
        source: "the text of no.right",
        missing: ["returnRequest.dispatchedAt"],
      },
    ]);
    const state = (now: string, more: object = {}) => duties(sendBack, now, more).map((duty) => [duty.state, duty.missing.length])[0];
    expect(state("2026-03-11T23:59:59Z")).toEqual(["running", 1]);
    expect(state("2026-03-12T00:00:00Z")).toEqual(["overdue", 1]);
    expect(state("2026-03-20T00:00:00Z", { dispatchedAt: "2026-03-11T23:59:59Z" })).toEqual(["done", 0]);
    expect(state("2026-03-20T00:00:00Z", { dispatchedAt: "2026-03-12T00:00:00Z" })).toEqual(["done_late", 0]);
    expect(state("2026-03-20T00:00:00Z", { receivedAt: "2026-03-11T10:00:00Z" })).toEqual(["done", 0]);
    expect(state("2026-03-20T00:00:00Z", { receivedAt: "2026-03-13T10:00:00Z", dispatchedAt: "2026-03-10T10:00:00Z" })).toEqual([
      "done",
      0,
    ]);
    expect(duties(sendBack, "2026-03-10T00:00:00Z", { collectedBySeller: true })).toEqual([]);
    expect(duties({}, "2026-03-10T00:00:00Z")).toEqual([]);
  });

  it.each([
    ["requested", {}, "2026-03-13", ["returnRequest.requestedAt"]],
    ["approved", { approvedAt: "2026-03-09T10:00:00Z" }, "2026-03-14", ["returnRequest.approvedAt"]],
    ["received", { receivedAt: "2026-03-10T10:00:00Z" }, "2026-03-15", ["returnRequest.receivedAt"]],
    [
      "first_of_received_or_dispatched",
      { receivedAt: "2026-03-10T10:00:00Z", dispatchedAt: "2026-03-09T10:00:00Z" },
      "2026-03-14",
      ["returnRequest.dispatchedAt"],
    ],
    ["first_of_received_or_dispatched", { receivedAt: "2026-03-10T10:00:00Z" }, "2026-03-15", ["returnRequest.receivedAt"]],
    ["first_of_received_or_dispatched", { collectedBySeller: true }, "2026-03-13", ["returnRequest.requestedAt"]],
  ])("of the seller run from %s", (from, request, dueOn, keys) => {
    expect(duties(refund(from), "2026-03-11T00:00:00Z", request)).toMatchObject([
      { duty: "refund", owedBy: "seller", state: "running", dueOn, from: keys, missing: [] },
    ]);
  });

  it.each([
    ["approved", "returnRequest.approvedAt"],
    ["received", "returnRequest.receivedAt"],
    ["first_of_received_or_dispatched", "returnRequest.receivedAt"],
  ])("of the seller don't run yet before it is %s, unless they are done", (from, key) => {
    const unknown = { dueOn: null, dueAt: null, from: [key], missing: [key] };
    expect(duties(refund(from), "2026-03-11T00:00:00Z")).toMatchObject([{ state: "not_yet", ...unknown }]);
    expect(duties(refund(from), "2026-03-11T00:00:00Z", { refundedAt: "2026-03-10T00:00:00Z" })).toMatchObject([
      { state: "done", ...unknown },
    ]);
  });

  it("of the seller are done in time before the end of the last day", () => {
    const state = (refundedAt: string) => duties(refund("requested"), "2026-03-20T00:00:00Z", { refundedAt })[0]?.state;
    expect(state("2026-03-13T23:59:59Z")).toBe("done");
    expect(state("2026-03-14T00:00:00Z")).toBe("done_late");
    const now = (at: string) => duties(refund("requested"), at)[0]?.state;
    expect(now("2026-03-13T23:59:59Z")).toBe("running");
    expect(now("2026-03-14T00:00:00Z")).toBe("overdue");
    expect(duties(refund("requested", null), "2026-03-08T13:00:00Z")[0]?.dueOn).toBe("2026-03-08");
  });

  it("of the seller wait for the goods or their proof where they may", () => {
    const waiting = refund("requested", { days: 5 }, { mayWaitForGoods: true });
    expect(duties(waiting, "2026-03-20T00:00:00Z")).toMatchObject([
      {
        state: "withheld",
        dueOn: "2026-03-13",
        from: ["returnRequest.requestedAt"],
        missing: ["returnRequest.receivedAt", "returnRequest.dispatchedAt"],
      },
    ]);
    expect(duties(waiting, "2026-03-20T00:00:00Z", { refundedAt: "2026-03-19T00:00:00Z" })[0]?.state).toBe("done");
    expect(duties(waiting, "2026-03-11T00:00:00Z", { receivedAt: "2026-03-10T00:00:00Z" })).toMatchObject([
      { state: "running", dueOn: "2026-03-13", from: ["returnRequest.requestedAt", "returnRequest.receivedAt"], missing: [] },
    ]);
    expect(duties(waiting, "2026-03-16T00:00:00Z", { dispatchedAt: "2026-03-16T00:00:00Z" })).toMatchObject([
      { state: "running", dueOn: "2026-03-16", from: ["returnRequest.requestedAt", "returnRequest.dispatchedAt"] },
    ]);
    expect(duties(waiting, "2026-03-20T00:00:00Z", { collectedBySeller: true })).toMatchObject([{ state: "overdue", dueOn: "2026-03-13" }]);
  });

  it("end in the earliest of the zones the buyer may be in", () => {
    const caseFile = {
      ...caseOf({ now: "2026-03-10T00:00:00Z", ...asked() }),
      customer: null,
      order: { placedAt: "2026-03-01T10:00:00Z", shipTo: "US" },
    };
    const packs = law(right({ countries: ["US"], refund: { from: "requested", within: { days: 5 } } }, {}, "us.own"));
    const { by } = returnEligibility(caseFile, { packs });
    const [duty] = by === null ? [] : returnDuties(caseFile, by);
    expect(by?.fact).toBe("us.own");
    // At noon of the 8th in UTC it is the 8th less than twelve hours ahead; there the 13th ends first, an hour sooner with daylight saving.
    expect(duty?.dueAt).toBe("2026-03-13T11:15:00Z");
  });
});

describe("a point that takes goods back", () => {
  const near: ReturnPoint = { id: "near", country, wayBack: usd("5.00"), handling: usd("3.00"), days: 4, resaleShare: "0.5" };
  const request: ReturnPointRequest = { value: usd("80.00"), fromCountry: country, paidBy: "seller", points: [near] };
  const choose = (change: Partial<ReturnPointRequest>) => chooseReturnPoint({ ...request, ...change });
  const of = (point: Partial<ReturnPoint>, change: Partial<ReturnPointRequest> = {}) =>
    choose({ points: [{ ...near, ...point }], ...change });

  it("takes goods up to its limits, and says what it doesn't take", () => {
    expect(of({ maximumWeightGrams: 2000 }, { weightGrams: 2000 }).chosen?.point).toBe("near");
    expect(of({ maximumWeightGrams: 2000 }, { weightGrams: 2001 }).excluded[0]?.because).toBe("it takes up to 2000 g");
    expect(of({}, { weightGrams: 2001 }).chosen?.point).toBe("near");
    expect(of({ maximumWeightGrams: 2000 })).toMatchObject({
      missing: ["weightGrams"],
      excluded: [{ reason: "weight_unknown", because: "it takes up to 2000 g, and nobody knows the weight" }],
      because: "no return point can take it",
    });
    expect(of({ days: 4 }, { maximumDays: 4 }).chosen?.point).toBe("near");
    expect(of({ days: 5 }, { maximumDays: 4 }).excluded[0]?.because).toBe("it takes 5 days, more than 4");
    expect(of({ serves: ["DE"] }).excluded[0]?.because).toBe("it takes no parcels from NO");
    expect(of({ serves: [country] }).because).toBe("near is the only one that can take it");
    expect(of({ refuses: ["perishable"] }, { traits: ["perishable"] }).excluded[0]?.because).toBe("it doesn't take what is perishable");
    const foreign = of({ handling: { amount: "1.00", currency: "EUR" } });
    expect([foreign.missing, foreign.excluded[0]?.reason]).toEqual([["rates"], "rate_missing"]);
    expect(of({ serves: ["DE"] }).missing).toEqual([]);
  });

  it("loses with time no more than the goods bring", () => {
    const settings = { valueLossPerDay: "0.1" };
    expect(of({ days: 10 }, { settings }).chosen).toMatchObject({ resale: usd("40.00"), timeLoss: usd("40.00"), gain: usd("-8.00") });
    expect(of({ days: 11 }, { settings }).chosen).toMatchObject({ timeLoss: usd("40.00"), gain: usd("-8.00") });
    expect(of({ days: 9 }, { settings }).chosen).toMatchObject({ timeLoss: usd("36.00"), gain: usd("-4.00") });
    expect(of({ days: 0 }, { settings }).chosen).toMatchObject({ timeLoss: usd("0.00"), gain: usd("32.00") });
  });

  it("is told from an equal one by its days, then by its name", () => {
    const free = { resaleShare: "0" } as const;
    const points = [
      { ...near, ...free, id: "c", days: 1 },
      { ...near, ...free, id: "b", days: 1 },
      { ...near, ...free, id: "a", days: 2 },
    ];
    const { chosen, lost } = choose({ points });
    expect([chosen, ...lost].map((each) => each?.point)).toEqual(["b", "c", "a"]);
  });

  describe("is worth the way", () => {
    const decide = (change: Partial<ReturnPointRequest>, point: Partial<ReturnPoint> = {}) =>
      decideReturnless({ ...request, points: [{ ...near, days: 0, ...point }], ...change });

    it("where it brings in the wanted share, to the cent", () => {
      const value = usd("20.00");
      const gain = (handling: string) => decide({ value }, { wayBack: usd("1.00"), handling: usd(handling) });
      expect(gain("8.00")).toMatchObject({
        decision: "send_back",
        gain: usd("1.00"),
        wanted: usd("1.00"),
        because: "the way back brings 1.00 USD, at least the 1.00 USD it should",
      });
      expect(gain("8.01")).toMatchObject({
        decision: "keep",
        gain: usd("0.99"),
        because: "the way back brings 0.99 USD, less than the 1.00 USD it should",
      });
    });

    it("or where the goods are worth more than may stay", () => {
      const dear = { wayBack: usd("50.00"), handling: usd("50.00") };
      expect(decide({ value: usd("50.00") }, dear)).toMatchObject({ decision: "keep", upTo: usd("50.00") });
      expect(decide({ value: usd("50.01") }, dear)).toMatchObject({
        decision: "send_back",
        because: "goods worth 50.01 USD don't stay with the buyer: the limit is 50.00 USD",
      });
      expect(decide({ value: usd("50.01"), points: [] })).toMatchObject({
        decision: "undecided",
        gain: null,
        because: "goods worth 50.01 USD don't stay with the buyer: the limit is 50.00 USD, and no return point can take it",
      });
      expect(decide({ value: usd("20.00"), points: [] })).toMatchObject({
        decision: "keep",
        because: "no return point can take it",
        missing: [],
      });
    });

    it("or can't be told without rates or a weight", () => {
      const eur = { amount: "20.00", currency: "EUR" };
      expect(decide({ value: eur, points: [] })).toMatchObject({
        decision: "undecided",
        upTo: null,
        missing: ["rates"],
        because: "it takes rates to tell",
      });
      const both = decide({ value: eur, points: [{ ...near, maximumWeightGrams: 1 }] });
      expect(both.because).toBe("it takes weightGrams, rates to tell");
      expect(decide({ value: usd("20.00") }, { maximumWeightGrams: 1 })).toMatchObject({ decision: "undecided", missing: ["weightGrams"] });
    });
  });
});

describe("the moves of a return", () => {
  const day = 86_400_000;
  const start = Date.UTC(2026, 2, 10);
  const opened = () => openReturn({ number: "R-1", at: start });
  const finding = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return (error as { findings: readonly object[] }).findings[0];
    }
    return undefined;
  };

  it("that can't be say where, and what can", () => {
    const at = start + day;
    expect(finding(() => moveReturn(opened(), { to: "received", at }))).toMatchObject({
      code: "return_move_illegal",
      path: "to",
      message: "a return that is requested doesn't become received",
      expected: "one of approved, closed",
    });
    expect(finding(() => moveReturn(opened(), { to: "closed", outcome: "refunded", at }))).toMatchObject({
      path: "outcome",
      message: "a return that is requested doesn't end as refunded",
      expected: "one of declined, cancelled, kept_by_buyer",
    });
    expect(finding(() => moveReturn(opened(), { to: "approved", at: start - 1000 }))).toMatchObject({
      path: "at",
      message: "it became requested at 2026-03-10T00:00:00Z, after 2026-03-09T23:59:59Z",
      expected: "one of an instant from 2026-03-10T00:00:00Z on",
    });
    expect(finding(() => moveReturn({ ...opened(), state: "sent" } as never, { to: "approved", at }))).toMatchObject({
      path: "state",
      message: '"sent" is no state of a return',
    });
    expect(moveReturn(opened(), { to: "approved", at: start }).state).toBe("approved");
    expect(moveReturn({ ...opened(), history: [] }, { to: "approved", at }).history).toHaveLength(1);
    const cancelled = moveReturn(opened(), { to: "closed", outcome: "cancelled", at });
    expect(finding(() => moveReturn(cancelled, { to: "closed", outcome: "declined", at }))).toMatchObject({
      expected: "nothing: it is over",
    });
    expect(moveReturn(cancelled, { to: "closed", outcome: "cancelled", at })).toBe(cancelled);
  });
});
