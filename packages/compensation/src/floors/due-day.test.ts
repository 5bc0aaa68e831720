import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { contextFor } from "@amends/core/stage";
import { returnContext } from "../returns/return-context.js";
import { latestSure } from "./can-be-counted.js";
import { dueDay, furtherDay } from "./due-day.js";
import { overdueSchema } from "./overdue.js";

const overdueOf = (more: object = {}) =>
  overdueSchema.parse({ awaits: "delivery", within: { from: "order.placedAt", span: { days: 5 } }, further: { days: 2 }, ...more });
const readingOf = (caseFile: CaseFile, packs: object = {}) => returnContext(caseFile, contextFor(caseFile, { packs: { ...packs } }));
const dayOf = (caseFile: CaseFile, overdue = overdueOf(), packs: object = {}) => dueDay(overdue, caseFile, readingOf(caseFile, packs));
/** Sunday noon in Germany; the fifth day after it is Friday. */
const ordered: CaseFile = {
  now: "2026-03-20T10:00:00Z",
  customer: { zone: "Europe/Berlin", country: "DE" },
  order: { placedAt: "2026-03-01T11:00:00Z", shipTo: "DE" },
};
const iso = (at: number) => new Date(at).toISOString();

describe("the day by which a seller has to act", () => {
  it("is counted from the start, which isn't one of the days, and ends where the buyer lives", () => {
    expect(dayOf(ordered)).toEqual({ at: Date.parse("2026-03-06T23:00:00Z"), on: "2026-03-06", from: ["order.placedAt"] });
    const inTokyo = { ...ordered, customer: { zone: "Asia/Tokyo" } };
    expect(dayOf(inTokyo)).toMatchObject({ at: Date.parse("2026-03-06T15:00:00Z"), on: "2026-03-06" });
  });

  it("is the earliest that it can be where nobody knows where the buyer lives", () => {
    const somewhere = { ...ordered, customer: null, order: { placedAt: "2026-03-01T11:00:00Z" } };
    // Ordered at 23:45 on a clock that is 12:45 hours ahead of UTC, and an hour more before the day is over.
    expect(dayOf(somewhere)).toEqual({ at: Date.parse("2026-03-06T10:15:00Z"), on: "2026-03-06", from: ["order.placedAt"] });
  });

  it("is the stated one, whatever day of the week it is", () => {
    const overdue = overdueOf({
      stated: "shipment.promisedAt",
      within: { from: "order.placedAt", span: { days: 6 }, endsOnWorkingDay: { holidaysInARow: 2 } },
    });
    const stated = { ...ordered, shipment: { promisedAt: "2026-03-08T12:00:00Z" } };
    expect(dayOf(stated, overdue)).toEqual({ at: Date.parse("2026-03-08T23:00:00Z"), on: "2026-03-08", from: ["shipment.promisedAt"] });
    // Counted from the order it would be Saturday, 7 March.
    expect(dayOf(ordered, overdue)).toMatchObject({ on: "2026-03-09", from: ["order.placedAt"] });
    expect(dayOf(ordered, overdue, { "public-holidays": { DE: ["2026-03-09"] } })?.on).toBe("2026-03-10");
  });

  it("is unknown without a start, and none where the start stands for never", () => {
    const from = (placedAt: string | null) => dayOf({ ...ordered, order: { placedAt, shipTo: "DE" } });
    expect(from(null)).toBeUndefined();
    expect(from(iso(latestSure))).toBeNull();
    expect(from("9999-12-31T23:59:59Z")).toBeNull();
    expect(from(iso(latestSure - 1000))?.on).toBe("9000-01-06");
  });
});

describe("the day until when the buyer has to grant more time", () => {
  const furtherOf = (wrote: string | null, overdue = overdueOf(), packs: object = {}) => {
    const caseFile: CaseFile = { ...ordered, ticket: wrote === null ? null : { channel: "email", createdAt: wrote } };
    const reading = readingOf(caseFile, packs);
    return furtherDay(overdue, { at: Date.parse("2026-03-06T23:00:00Z"), on: "2026-03-06", from: ["order.placedAt"] }, caseFile, reading);
  };

  it.each([
    ["long before", "2026-02-01T10:00:00Z", "2026-03-08"],
    ["on the last day", "2026-03-06T22:59:59Z", "2026-03-08"],
    ["as soon as it is over", "2026-03-06T23:00:00Z", "2026-03-09"],
    ["later", "2026-03-10T10:00:00Z", "2026-03-12"],
  ])("is counted from the buyer's message, but not from before the last day: %s", (_when, wrote, on) => {
    const at = Date.parse(`${on}T23:00:00Z`);
    expect(furtherOf(wrote)).toEqual({ at, on, from: ["order.placedAt", "ticket.createdAt"] });
  });

  it("leaves out the holidays where it counts working days", () => {
    const overdue = overdueOf({ further: { businessDays: 2 } });
    expect(furtherOf("2026-03-06T12:00:00Z", overdue)?.on).toBe("2026-03-10");
    expect(furtherOf("2026-03-06T12:00:00Z", overdue, { "public-holidays": { DE: ["2026-03-09"] } })?.on).toBe("2026-03-11");
  });

  it("is none where there is no such time, or where nobody knows since when", () => {
    expect(furtherOf(null)).toBeUndefined();
    expect(furtherOf("2026-03-10T10:00:00Z", overdueOf({ further: undefined }))).toBeUndefined();
  });
});
