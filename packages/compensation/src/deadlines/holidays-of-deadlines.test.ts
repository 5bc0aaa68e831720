import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { bindingDeadlines } from "./binding-deadlines.js";
import { refusalOf } from "../testing/refusal-of.js";
import { base } from "./testing/open-case.js";

describe("public holidays", () => {
  it("that can't be read are refused, with the place and what was expected", () => {
    const delivered = { ...base, order: { shipTo: "DE" }, shipment: { deliveredAt: "2026-03-02T12:00:00Z" } };
    const read = (listed: unknown) => bindingDeadlines(delivered, { packs: { "public-holidays": listed } });
    expect(refusalOf(() => read({ DE: ["2026-12-25", "christmas"] }))).toMatchObject({
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
    expect(refusalOf(() => read("DE"))).toMatchObject({ code: "pack_invalid" });
    expect(() => read({ FR: ["2026-12-25"] })).not.toThrow();
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
