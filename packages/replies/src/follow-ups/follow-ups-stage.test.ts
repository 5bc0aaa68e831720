import type { CaseFile } from "@amends/core/model";
import { localTimeOf, readInstant } from "@amends/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import schedule from "../../policies/standard-schedule.policy.json" with { type: "json" };
import { followUpsStage } from "../stage/index.js";
import { classified, offer } from "../testing/full-case.js";

const resolved = (resolvedAt: string | null, zone?: string, more: object = {}) =>
  followUpsStage.run({
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email", resolvedAt },
    customer: zone === undefined ? {} : { zone },
    ...more,
  });

describe("follow-ups", () => {
  it("are on days 3, 7 and 15 for an ordinary case", () => {
    const contacts = resolved("2026-03-03T15:00:00Z", "America/New_York", {
      classification: classified("invoice", { isComplaint: false }),
    });
    expect(contacts.map(({ day, at }) => [day, at])).toEqual([
      [3, "2026-03-06T15:00:00Z"],
      // The clocks there go forward on 8 March.
      [7, "2026-03-10T14:00:00Z"],
      [15, "2026-03-18T14:00:00Z"],
    ]);
    expect(contacts.every(({ missing, kind }) => missing.length === 0 && kind === "survey_and_offer")).toBe(true);
  });

  it("aren't owed where nothing had to be solved", () => {
    const daysOf = (classification: object, more: object = {}) =>
      resolved("2026-03-03T15:00:00Z", "UTC", { classification, ...more }).map(({ day }) => day);
    for (const kind of ["other", "product_inquiry", "promotion"] as const) {
      const calm = classified(kind, { isComplaint: false });
      expect(daysOf(calm)).toEqual([]);
      expect(daysOf(calm, { remedies: { ...offer, tier: 1 } })).toEqual([3, 7, 15]);
      expect(daysOf(calm, { remedies: { undecided: true, missing: [] } })).toEqual([]);
      expect(daysOf(calm, { event: { kind: "case_resolved", at: "2026-03-03T15:00:00Z" } })).toEqual([3, 7, 15]);
      expect(daysOf(classified(kind))).toEqual([3, 7, 15, 30]);
    }
    expect(daysOf(classified("return_exchange", { isComplaint: false }))).toEqual([3, 7, 15]);
  });

  it("unite the schedules of a complaint, one contact a day", () => {
    const contacts = resolved("2026-03-03T15:00:00Z", "Europe/Berlin", { classification: classified("logistics_delay") });
    expect(contacts.map(({ day }) => day)).toEqual([3, 7, 15, 30]);
    expect(contacts[1]?.rules).toEqual(["follow-ups/standard-schedule/complaint", "follow-ups/standard-schedule/ordinary"]);
    expect(contacts[3]).toMatchObject({
      at: "2026-04-02T08:00:00Z",
      policy: "follow-ups/standard-schedule",
      policies: [{ policy: "follow-ups/standard-schedule", version: schedule.version }],
      rules: ["follow-ups/standard-schedule/complaint"],
    });
  });

  it("count from the customer's own date", () => {
    // Already 4 March in Tokyo.
    expect(resolved("2026-03-03T20:00:00Z", "Asia/Tokyo")[0]?.at).toBe("2026-03-07T01:00:00Z");
  });

  it("have no time until the case is resolved", () => {
    const contacts = resolved(null, "Asia/Tokyo");
    expect(contacts.map(({ at }) => at)).toEqual([null, null, null]);
    expect(contacts[0]?.missing).toContain("ticket.resolvedAt");
  });

  it("have no time, and say why, where nobody knows the customer's zone", () => {
    for (const customer of [{}, { country: "US" }, { country: "ZZ" }, { zone: "Mars/Olympus" }, { zone: "Mars/Olympus", country: "JP" }]) {
      const contacts = resolved("2026-03-03T15:00:00Z", undefined, { customer });
      expect(contacts.map(({ day, at }) => [day, at])).toEqual([
        [3, null],
        [7, null],
        [15, null],
      ]);
      expect(contacts[0]?.missing).toContain("customer.zone");
    }
  });

  it("are at an hour of the customer's country where its clocks all agree", () => {
    const [first] = resolved("2026-03-03T20:00:00Z", undefined, { customer: { country: "JP" } });
    expect(first).toMatchObject({ at: "2026-03-07T01:00:00Z", missing: expect.not.arrayContaining(["customer.zone"]) as unknown });
  });

  it("follow an event that says the case is resolved", () => {
    const event = { kind: "case_resolved", at: "2026-03-03T15:00:00Z", data: { isComplaint: true } };
    const contacts = followUpsStage.run({ now: "2026-03-03T15:00:00Z", event, customer: { zone: "UTC" } } as CaseFile);
    expect(contacts.map(({ day, at }) => [day, at])).toEqual([
      [3, "2026-03-06T10:00:00Z"],
      [7, "2026-03-10T10:00:00Z"],
      [15, "2026-03-18T10:00:00Z"],
      [30, "2026-04-02T10:00:00Z"],
    ]);
    const undated = followUpsStage.run({ now: "2026-03-03T15:00:00Z", event: { kind: "case_resolved" } });
    expect(undated[0]).toMatchObject({ at: null, missing: expect.arrayContaining(["event.at"]) as unknown });
  });

  it("aren't owed after other events", () => {
    expect(followUpsStage.run({ now: "2026-03-03T15:00:00Z", event: { kind: "order_paid" } })).toEqual([]);
  });

  it("are at ten o'clock where the customer lives, in every zone and season", () => {
    const zones = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo"];
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }), fc.constantFrom(...zones), (at, zone) => {
        for (const contact of resolved(new Date(at).toISOString(), zone))
          expect(localTimeOf(readInstant(contact.at ?? "") as number, zone)).toBe("10:00");
      }),
      { numRuns: 100 },
    );
  });
});
