import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedBy } from "./dated-by.js";
import { dateFacts, effectiveDates, isDated } from "./effective-dates.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";

const rule = ruleOf({ effectiveFrom: "2026-02-01", effectiveTo: "2026-03-01" });
const dated = policyOf({ rules: [rule] });

describe("effectiveDates", () => {
  it.each([
    ["2026-01-31T23:59:59Z", false],
    ["2026-02-01T00:00:00Z", true],
    ["2026-02-28T23:59:59Z", true],
    ["2026-03-01T00:00:00Z", false],
  ])("includes the first day and excludes the last: %s", (now, inForce) => {
    expect(effectiveDates(dated)(rule, { now })).toEqual({ inForce });
  });

  it("counts days in the policy's zone", () => {
    const inTokyo = effectiveDates({ ...dated, zone: "Asia/Tokyo" });
    expect(inTokyo(rule, { now: "2026-01-31T15:00:00Z" }).inForce).toBe(true);
    expect(inTokyo(rule, { now: "2026-01-31T14:59:59Z" }).inForce).toBe(false);
    expect(inTokyo(rule, { now: "2026-02-28T15:00:00Z" }).inForce).toBe(false);
  });

  it("takes the first date that is known", () => {
    const policy = { ...dated, asOf: ["shipment.importedAt", "shipment.shippedAt"] as [string, ...string[]] };
    const inForce = effectiveDates(policy);
    expect(inForce(rule, { "shipment.shippedAt": "2026-02-10T00:00:00Z" })).toEqual({ inForce: true });
    expect(inForce(rule, { "shipment.importedAt": "2026-04-10T00:00:00Z", "shipment.shippedAt": "2026-02-10T00:00:00Z" })).toEqual({
      inForce: false,
    });
    expect(inForce(rule, {})).toEqual({ inForce: false, missing: "shipment.importedAt or shipment.shippedAt" });
  });

  it("understands alternatives, a bare name standing beside the first", () => {
    const policy = { ...dated, asOf: "shipment.importedAt ?? shippedAt" };
    expect(dateFacts(policy)).toEqual(["shipment.importedAt", "shipment.shippedAt"]);
    expect(dateFacts({ ...dated, asOf: "shipment.importedAt??order.placedAt ?? now" })).toEqual([
      "shipment.importedAt",
      "order.placedAt",
      "now",
    ]);
    expect(dateFacts({ ...dated, asOf: ["shipment.importedAt ?? shippedAt", "now"] })).toEqual([
      "shipment.importedAt",
      "shipment.shippedAt",
      "now",
    ]);
    const inForce = effectiveDates(policy);
    expect(inForce(rule, { "shipment.shippedAt": "2026-02-10T00:00:00Z" })).toEqual({ inForce: true });
    expect(inForce(rule, {})).toEqual({ inForce: false, missing: "shipment.importedAt or shipment.shippedAt" });
  });

  it.each(["", "a ??", "?? a", "a.b || c", "a..b", "a b", "a ?? b ?? ", "a.b ?? .c"])("can't read %j", (text) => {
    expect(datedBy(text)).toBeUndefined();
  });

  it("is open where one end is not given", () => {
    expect(effectiveDates(dated)(ruleOf({ effectiveFrom: "2026-02-01" }), { now: "9999-01-01T00:00:00Z" }).inForce).toBe(true);
    expect(effectiveDates(dated)(ruleOf({ effectiveTo: "2026-02-01" }), { now: "1970-01-01T00:00:00Z" }).inForce).toBe(true);
    expect(effectiveDates(dated)(ruleOf(), {})).toEqual({ inForce: true });
  });

  it("puts each instant on one side of a date only", () => {
    const before = ruleOf({ effectiveTo: "2026-02-01" });
    const after = ruleOf({ effectiveFrom: "2026-02-01" });
    const inForce = effectiveDates(policyOf({ rules: [before, after], zone: "America/New_York" }));
    fc.assert(
      fc.property(fc.date({ min: new Date("2026-01-30T00:00:00Z"), max: new Date("2026-02-03T00:00:00Z"), noInvalidDate: true }), (at) => {
        const now = at.toISOString();
        expect(inForce(before, { now }).inForce).toBe(!inForce(after, { now }).inForce);
      }),
    );
  });

  it("reads a date only where some rule has one", () => {
    expect([isDated(dated), isDated(policyOf())]).toEqual([true, false]);
    expect(dateFacts(dated)).toEqual(["now"]);
    expect(dateFacts({ ...dated, asOf: "order.placedAt" })).toEqual(["order.placedAt"]);
    expect(dateFacts(policyOf({ asOf: "order.placedAt" }))).toEqual([]);
  });
});
