import { describe, expect, it } from "vitest";
import { returnDuties } from "./return-duties.js";
import { returnEligibility } from "./return-eligibility.js";
import { asked, caseOf } from "./testing/judged-return.js";
import { law, right } from "./testing/own-law.js";

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
