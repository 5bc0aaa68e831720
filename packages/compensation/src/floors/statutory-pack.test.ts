import { describe, expect, it } from "vitest";
import * as z from "zod";
import { intlZoneProvider } from "@amends/core/time";
import { catalogueWith, remedyCatalogue, type RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { defineRemedy } from "../remedies/remedy-definition.js";
import { refusalOf } from "../testing/refusal-of.js";
import { declaredAt } from "./declared-at.js";
import { floorsByIssue } from "./statutory-pack.js";

const fact = (id: string, value: object = {}, more: object = {}) => ({
  id,
  value: { countries: ["NO"], issues: ["quality_defect"], owes: [["full_refund"]], ...value },
  source: "the law",
  confidence: "A",
  verifiedAt: "2026-01-01",
  ...more,
});
const pack = (facts: readonly object[], more: object = {}) => ({ pack: "shop/law", version: "1.0.0", facts, ...more });
const own = (host: object, issue: "quality_defect" | "logistics_damaged" = "quality_defect") =>
  (floorsByIssue(host).get(issue)?.in("NO") ?? []).filter(({ id }) => id.startsWith("no."));

describe("facts on what is owed", () => {
  it("are found by each of their issues, the host's before the standard ones", () => {
    const host = pack([fact("no.one", { issues: ["quality_defect", "logistics_damaged"] }), fact("no.two")]);
    expect(own(host).map(({ id }) => id)).toEqual(["no.one", "no.two"]);
    expect(own(host, "logistics_damaged").map(({ id }) => id)).toEqual(["no.one"]);
    expect(floorsByIssue(host).get("quality_defect")?.in("NO")[0]?.id).toBe("no.one");
    expect(
      floorsByIssue(host)
        .get("quality_defect")
        ?.in("DE")
        .some(({ id }) => id === "eu.conformity"),
    ).toBe(true);
    expect(floorsByIssue(host).get("product_inquiry")).toBeUndefined();
  });

  it("are found by the countries they name, and everywhere without any, in the pack's order", () => {
    const anywhere = fact("no.anywhere", { countries: undefined, marketplaces: ["tradera"] });
    const found = floorsByIssue(pack([fact("no.one", { countries: ["NO", "IS"] }), anywhere, fact("no.two")])).get("quality_defect");
    const ids = (facts: readonly { readonly id: string }[] = []) => facts.map(({ id }) => id).filter((id) => id.startsWith("no."));
    expect(ids(found?.in("NO"))).toEqual(["no.one", "no.anywhere", "no.two"]);
    expect(ids(found?.in("IS"))).toEqual(["no.one", "no.anywhere"]);
    expect(ids(found?.in("DE"))).toEqual(["no.anywhere"]);
    expect(found?.in("US")).toEqual(found?.in(undefined));
    expect(ids(found?.in(undefined))).toEqual(["no.anywhere"]);
  });

  it("are indexed once for each pack, and are the standard ones without", () => {
    const host = pack([fact("no.one")]);
    expect(floorsByIssue(host)).toBe(floorsByIssue(host));
    expect(floorsByIssue(undefined)).toBe(floorsByIssue(null));
    expect(floorsByIssue(undefined)).not.toBe(floorsByIssue(host));
    expect(() => floorsByIssue("law")).toThrow(/can't be read|can't be used/);
  });

  it("give all of the claim back where they don't say how much", () => {
    expect(own(pack([fact("no.one"), fact("no.two", { refundPercent: 30 })])).map(({ value }) => value.refundPercent)).toEqual([100, 30]);
  });

  it("are dated in their own zone, else in the pack's", () => {
    const zones = (packZone: object, ...facts: object[]) => own(pack(facts, packZone)).map(({ zone }) => zone);
    const [bare, zoned] = [fact("no.bare"), fact("no.zoned", {}, { zone: "Asia/Tokyo" })];
    expect(zones({ zone: "Europe/Oslo" }, bare, zoned)).toEqual(["Europe/Oslo", "Asia/Tokyo"]);
    expect(zones({}, zoned)).toEqual(["Asia/Tokyo"]);
    const [without] = own(pack([bare]));
    expect(without).not.toHaveProperty("zone", "Asia/Tokyo");
  });
});

describe("facts on what is owed, for several who ask", () => {
  const named = (host: unknown, catalogue?: RemedyCatalogue) =>
    (floorsByIssue(host, catalogue).get("quality_defect")?.in("NO") ?? []).map(({ id }) => id).filter((id) => id.startsWith("no."));
  const others = catalogueWith([{ ...remedyCatalogue.full_refund, tellingKey: "own" }]);

  it("are each host's own with each catalogue, whoever asked before", () => {
    const [one, two] = [pack([fact("no.one")]), pack([fact("no.two"), fact("no.three")])];
    for (let turn = 0; turn < 2; turn += 1) {
      for (const catalogue of [undefined, remedyCatalogue, others]) {
        expect([named(one, catalogue), named(null, catalogue), named(two, catalogue), named(undefined, catalogue)]).toEqual([
          ["no.one"],
          [],
          ["no.two", "no.three"],
          [],
        ]);
      }
    }
    expect(floorsByIssue(undefined, others)).toBe(floorsByIssue(null, others));
    expect(floorsByIssue(undefined)).toBe(floorsByIssue(undefined, remedyCatalogue));
  });

  it("are refused each time by a catalogue that can't give them, and given by one that can", () => {
    const needy = defineRemedy({
      ...remedyCatalogue.full_refund,
      kind: "repair",
      gives: z.strictObject({ workshop: z.string() }),
      paysBack: null,
    });
    const able = catalogueWith([{ ...needy, gives: z.strictObject({}) }]);
    const unable = catalogueWith([needy]);
    const host = pack([fact("no.repair", { owes: [["repair"]] })]);
    for (let turn = 0; turn < 2; turn += 1) {
      const { code, findings } = refusalOf(() => floorsByIssue(host, unable));
      expect([code, findings.map(({ path }) => path)]).toEqual(["pack_invalid", ["facts[0].value.owes[0][0]"]]);
      expect(named(host, able)).toEqual(["no.repair"]);
      expect(named(undefined, unable)).toEqual([]);
    }
  });

  it("name the standard fact that can't be given by its place in the standard pack, though a host's go before", () => {
    const needy = { ...remedyCatalogue.full_refund, gives: z.strictObject({ reason: z.string() }) };
    const places = (host: unknown) => refusalOf(() => floorsByIssue(host, catalogueWith([needy]))).findings.map(({ path }) => path);
    const alone = places(undefined);
    expect(alone.length).toBeGreaterThan(0);
    expect(places(pack([fact("no.one", { owes: [["reship"]] }), fact("no.two", { owes: [["reship"]] })]))).toEqual(alone);
    // A host's own facts are told first.
    expect(places(pack([fact("no.one", { owes: [["reship"]] }), fact("no.two")]))).toEqual(["facts[1].value.owes[0][0]"]);
  });

  it("stand once under an issue that they name twice", () => {
    const twice = pack([fact("no.one", { issues: ["quality_defect", "quality_defect"] })]);
    expect(named(twice)).toEqual(["no.one"]);
  });

  it("are those of the zones they are held to", () => {
    const zoned = pack([fact("no.one", {}, { zone: "Own/Place" })]);
    const zones = { ...intlZoneProvider, has: (zone: string) => zone === "Own/Place" };
    for (let turn = 0; turn < 2; turn += 1) {
      expect(() => floorsByIssue(zoned)).toThrow(/Own\/Place/);
      expect(floorsByIssue(zoned, remedyCatalogue, zones).get("quality_defect")?.in("NO")[0]?.zone).toBe("Own/Place");
    }
  });
});

describe("when the buyer declared it", () => {
  const now = Date.parse("2026-03-03T12:00:00Z");
  const at = (instant: string) => Date.parse(instant);

  it("is at the return's request, else at the first message, else now, and never later", () => {
    const ticket = { channel: "email", createdAt: "2026-03-01T00:00:00Z" } as const;
    expect(declaredAt({ ticket, returnRequest: { requestedAt: "2026-03-02T00:00:00Z" } }, now)).toBe(at("2026-03-02T00:00:00Z"));
    expect(declaredAt({ ticket, returnRequest: {} }, now)).toBe(at("2026-03-01T00:00:00Z"));
    expect(declaredAt({ ticket: { channel: "email" } }, now)).toBe(now);
    expect(declaredAt({}, now)).toBe(now);
    expect(declaredAt({ returnRequest: { requestedAt: "2026-03-09T00:00:00Z" } }, now)).toBe(now);
  });
});

describe("facts on sellers who are late", () => {
  const because = "So says the law.";
  const overdue = { awaits: "shipment", within: { from: "order.placedAt", span: { days: 30 } } };
  const duty = (value: object = {}) => ({
    ...fact("no.refund"),
    value: { kind: "refund_duty", because: "So says the law.", under: ["no.late"], within: { businessDays: 7 }, ...value },
  });
  const refused = (...facts: readonly object[]) =>
    refusalOf(() => floorsByIssue(pack(facts))).findings.map(({ path, message }) => [path, message]);

  it("are read with what is owed, and the duties of refunds beside them", () => {
    expect(own(pack([fact("no.late", { kind: "floor", because, overdue }), duty()])).map(({ id, value }) => [id, value.overdue])).toEqual([
      ["no.late", overdue],
    ]);
    expect(() => floorsByIssue(pack([duty({ under: ["us.ftc.mitor.ship_default_days"] })]))).not.toThrow();
  });

  it("are refused with the place of each mistake", () => {
    expect(refused(fact("no.late", { overdue }))).toEqual([["facts[0].value.because", "needs because, beside overdue"]]);
    expect(refused(fact("no.late", { because, overdue: { ...overdue, awaits: "shipping" } }))).toEqual([
      ["facts[0].value.overdue.awaits", expect.stringContaining("shipment")],
    ]);
    expect(
      refused(fact("no.late", { because, overdue: { ...overdue, within: { from: "order.placedAt", span: { hours: 48 } } } }))[0]?.[0],
    ).toMatch(/^facts\[0\]\.value\.overdue\.within\.span/);
    expect(refused(fact("no.late", { because, overdue: { ...overdue, unless: ["missing"] } }))).toEqual([
      ["facts[0].value.overdue.unless[0]", expect.any(String)],
    ]);
    expect(refused(fact("no.late", { because, overdue: { ...overdue, until: 3 } }))[0]?.[1]).toContain("until");
    expect(refused({ ...duty(), value: { kind: "refund" } })[0]?.[0]).toBe("facts[0].value.kind");
  });

  it("are refused where a duty is about the money of a fact that there isn't", () => {
    const { findings } = refusalOf(() => floorsByIssue(pack([fact("no.late", { because, overdue }), duty({ under: ["no.lat"] })])));
    expect(findings).toMatchObject([{ path: "facts[1].value.under[0]", message: 'there is no fact "no.lat"' }]);
    expect(findings[0]?.fix).toContain("no.late");
    const far = refusalOf(() => floorsByIssue(pack([duty({ under: ["entirely_else"] })]))).findings;
    expect(far).toMatchObject([{ path: "facts[0].value.under[0]", expected: expect.stringContaining("eu.conformity") }]);
  });
});
