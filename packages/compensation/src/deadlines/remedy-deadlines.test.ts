import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { bindingDeadlines } from "./binding-deadlines.js";

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
