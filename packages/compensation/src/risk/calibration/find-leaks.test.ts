import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { findLeaks, findSnapshots } from "./find-leaks.js";
import { standardCalibrationOptions } from "./resolve-calibration-options.js";
import { dayOf, instantOf, readClaim } from "./testing/sample-scored-claims.js";

const { leaks: options } = standardCalibrationOptions;
const leaksOf = (caseFile: CaseFile) => findLeaks([readClaim(4, 1, { case: { now: instantOf(1), ...caseFile } })], options);
const later = instantOf(2);

describe("what was known later only", () => {
  it("is named by its claim and place, with how to mend it", () => {
    expect(leaksOf({ shipment: { deliveredAt: later } })).toEqual([
      {
        code: "known_later",
        message: `${later} is after the claim was judged, ${instantOf(1)}`,
        path: "[4].case.shipment.deliveredAt",
        fix: "hand in the case as it stood then",
        claim: 4,
      },
    ]);
  });

  it("is found in lists and however deep, by every key of an instant", () => {
    const customer = { since: later, claims: [{ at: instantOf(0) }, { at: later }], goodwill: [{ at: later }] };
    expect(leaksOf({ customer, ticket: { channel: "email", createdAt: later } }).map(({ path }) => path)).toEqual([
      "[4].case.customer.since",
      "[4].case.customer.claims[1].at",
      "[4].case.customer.goodwill[0].at",
      "[4].case.ticket.createdAt",
    ]);
  });

  it("is none at the very instant of the claim, in a promise, in a word that is no instant, and under another key", () => {
    const order = { id: later, placedAt: "soon", items: null };
    expect(leaksOf({ shipment: { deliveredAt: instantOf(1), promisedAt: later }, order, customer: null })).toEqual([]);
    expect(findLeaks([readClaim(0, 1, { case: { shipment: { promisedAt: later } } })], { ...options, futureFields: [] })).toHaveLength(1);
  });

  it.each([
    "agents",
    "calendars",
    "budgets",
    "rates",
    "language",
    "classification",
    "risk",
    "sla",
    "assignment",
    "remedies",
    "reply",
    "followUps",
    "notices",
    "audit",
    "now",
  ])("is none in %s, which speaks of the future or was written by a stage", (key) => {
    expect(leaksOf({ [key]: key === "now" ? later : { dueBy: { at: later } } })).toEqual([]);
  });

  it("is a label that is older than its claim, but not one that is as old", () => {
    const labelled = (days: number) => findLeaks([readClaim(2, 1, { knownAt: dayOf(days) })], options);
    expect(labelled(0)).toEqual([
      { code: "label_before_claim", message: "the outcome was known before the claim was judged", path: "[2].outcomeAt", claim: 2 },
    ]);
    expect([labelled(1), labelled(2)]).toEqual([[], []]);
  });
});

describe("counts that were taken at the export", () => {
  const claim = (index: number, days: number, customer: CaseFile["customer"]) => readClaim(index, days, { case: { customer } });
  const strict = { ...options, unchangedCountsPairs: 2, unchangedCountsShare: 0.5 };
  const found = (...claims: ReturnType<typeof claim>[]) => findSnapshots(claims, strict);

  it("fall from one claim of a customer to the next, in the order of time", () => {
    expect(found(claim(0, 2, { id: "U", orders: 3, complaints: 1 }), claim(1, 1, { id: "U", orders: 4, complaints: 1 }))).toEqual([
      {
        code: "count_falls",
        severity: "warning",
        message: "3 is less than 4 at the claim [1] before",
        path: "[0].case.customer.orders",
      },
    ]);
    expect(found(claim(0, 1, { id: "U", complaints: 2 }), claim(1, 2, { id: "U", complaints: 1 }))).toMatchObject([
      { code: "count_falls", path: "[1].case.customer.complaints" },
    ]);
  });

  it("may stand still or rise, lack, and be another customer's", () => {
    expect(found(claim(0, 1, { id: "U", orders: 3 }), claim(1, 2, { id: "U", orders: 3 }), claim(2, 3, { id: "U", orders: 5 }))).toEqual(
      [],
    );
    expect(found(claim(0, 1, { id: "U", orders: 3 }), claim(1, 2, { id: "U" }), claim(2, 3, { id: "V", orders: 1 }))).toEqual([]);
    expect(found(claim(0, 1, { orders: 3 }), claim(1, 2, { orders: 1 }), claim(2, 3, null))).toEqual([]);
  });

  it("hardly ever change, where there are pairs enough to say so", () => {
    const counted = (...complaints: number[]) => complaints.map((count, index) => claim(index, index, { id: "U", complaints: count }));
    expect(found(...counted(1, 1, 2))).toEqual([
      {
        code: "counts_unchanged",
        severity: "warning",
        message: "1 of 2 times a customer claims again, customer.complaints is what it was the time before",
        fix: "count complaints as of each claim, not as of the export",
      },
    ]);
    expect(found(...counted(1, 1))).toEqual([]);
    expect(found(...counted(1, 1, 2, 3))).toEqual([]);
    expect(found(...counted(1, 1, 2, 2))).toMatchObject([{ message: expect.stringMatching(/^2 of 3 times/) }]);
    const same = [0, 0, 0].map((days, index) => claim(index, days, { id: "U", complaints: 1 }));
    expect(found(...same)).toEqual([]);
  });
});
