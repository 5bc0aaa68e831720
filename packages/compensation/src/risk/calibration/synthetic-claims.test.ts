import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { decimalNumber } from "@amends/core/money";
import { readCase } from "../../read-case.js";
import standard from "./claim-generator.json" with { type: "json" };
import { generateClaims, type GenerateSettings } from "./generate-claims.js";
import { dayOf, day } from "./testing/sample-scored-claims.js";

const settings = { seed: 21, claims: 300, customers: 60, from: "2025-01-01T00:00:00Z", days: 100 };
const cases = (more: Partial<GenerateSettings> = {}) => generateClaims({ ...settings, ...more }).claims;
const at = (instant: string | null | undefined) => Date.parse(instant ?? "");
const share = (of: readonly CaseFile[], holds: (caseFile: CaseFile) => boolean) => of.filter(holds).length / of.length;

const filesOf = (more: Partial<GenerateSettings> = {}) => cases(more).map(({ case: caseFile }) => caseFile);

describe("made-up claims", () => {
  it("are numbered, evenly spread over the days, and known within as many days as the world says", () => {
    const claims = cases();
    const files = claims.map(({ case: caseFile }) => caseFile);
    expect(files.map(({ id }) => id)).toEqual(files.map((_, index) => `C-${index + 1}`));
    for (const [index, { case: caseFile, outcomeAt }] of claims.entries()) {
      const days = (at(caseFile.now) - dayOf(0)) / day;
      expect(days).toBeGreaterThanOrEqual(index / 3 - 1e-4);
      expect(days).toBeLessThan((index + 1) / 3);
      const known = (at(outcomeAt) - at(caseFile.now)) / day;
      expect([known >= 3, known <= 28, Number.isInteger(known)]).toEqual([true, true, true]);
    }
  });

  it("hold nothing that is younger than they are", () => {
    const files = filesOf();
    for (const { now, ticket, order, shipment, customer } of files) {
      const dates = [
        ticket?.createdAt,
        order?.placedAt,
        shipment?.shippedAt,
        shipment?.deliveredAt,
        ...(customer?.claims ?? []).map((each) => each.at),
        ...(customer?.refunds ?? []).map((each) => each.at),
      ];
      for (const date of dates.filter((each) => each !== undefined)) expect(at(date)).toBeLessThanOrEqual(at(now));
      expect(at(ticket?.createdAt)).toBeGreaterThanOrEqual(at(now) - 3_600_000);
      const placed = (at(now) - at(order?.placedAt)) / day;
      expect([placed >= 12, placed <= 40, at(shipment?.shippedAt) - at(order?.placedAt)]).toEqual([true, true, day]);
    }
  });

  it("are of customers who collect orders, claims and refunds as time goes by", () => {
    const files = filesOf();
    const ids = new Set(files.map(({ customer }) => customer?.id));
    expect(ids.size).toBeLessThanOrEqual(60);
    for (const id of ids) {
      const own = files.filter(({ customer }) => customer?.id === id);
      for (const [index, { customer }] of own.entries()) {
        const before = own[index - 1]?.customer;
        expect(customer?.complaints).toBe(customer?.claims?.length);
        if (!before) continue;
        expect(customer?.orders).toBeGreaterThan(before.orders ?? 0);
        expect(customer?.claims?.length).toBe((before.claims?.length ?? 0) + 1);
        expect(customer?.refunds?.length).toBeGreaterThanOrEqual(before.refunds?.length ?? 0);
        expect([customer?.country, customer?.language, customer?.links]).toEqual([before.country, before.language, before.links]);
      }
    }
  });

  it("are of the world's markets, each with its language and its parcels", () => {
    const files = filesOf();
    for (const { customer, ticket, shipment } of files) {
      const market = standard.markets.find(({ country }) => country === customer?.country);
      expect([customer?.language, ticket?.language, shipment?.laneLossRate]).toEqual([
        market?.language,
        market?.language,
        market?.laneLossRate,
      ]);
      expect([1, 2, 3, 4, 5, 6]).toContain(customer?.links?.accounts);
    }
    expect(new Set(files.map(({ customer }) => customer?.country)).size).toBeGreaterThan(3);
  });

  it("are of the world's issues, of which a delayed parcel isn't delivered, and one that came always is", () => {
    const files = filesOf();
    const of = (issue: string) => files.filter(({ claim }) => claim?.issueType === issue);
    expect(share(of("logistics_delay"), ({ shipment }) => shipment?.deliveredAt === undefined && shipment?.proof === "none")).toBe(1);
    for (const issue of ["logistics_damaged", "quality_defect"]) {
      expect(share(of(issue), ({ shipment }) => shipment?.deliveredAt !== undefined && shipment.proof !== "none")).toBe(1);
    }
    const scanned = share(of("logistics_not_received"), ({ shipment }) => shipment?.deliveredAt !== undefined);
    expect([scanned > 0.35, scanned < 0.65]).toEqual([true, true]);
    const proofs = new Set(files.map(({ shipment }) => shipment?.proof));
    expect(proofs).toEqual(new Set(["none", "scan", "signature", "photo"]));
    for (const issue of Object.keys(standard.claim.issues)) expect(of(issue).length).toBeGreaterThan(30);
  });

  it("are mostly of a part of the order, and at times above it by so much", () => {
    const files = filesOf();
    const ratios = files.map(({ claim, order }) => Number(claim?.amount?.amount) / Number(order?.total?.amount));
    const bold = ratios.filter((ratio) => ratio > 1.01);
    expect(bold.length / ratios.length).toBeGreaterThan(0.08);
    expect(bold.length / ratios.length).toBeLessThan(0.24);
    for (const ratio of bold) expect([1.2, 1.8, 3.5].some((each) => Math.abs(each - ratio) < 0.01)).toBe(true);
    expect(Math.min(...ratios)).toBeGreaterThan(0.19);
    for (const { order } of files) {
      const total = order?.total ? decimalNumber(order.total) : undefined;
      expect([(total ?? 0) >= 15, (total ?? 0) <= 250]).toEqual([true, true]);
    }
  });

  it("have photos, peers and threats as often as the world says", () => {
    const files = filesOf();
    const near = (value: number, wanted: number) => expect([value, Math.abs(value - wanted) < 0.08]).toEqual([value, true]);
    near(
      share(files, ({ claim }) => claim?.photos === 0),
      standard.claim.photoMissing,
    );
    near(
      share(files, ({ peers }) => peers !== undefined),
      standard.claim.peersKnown,
    );
    near(
      share(files, ({ classification }) => (classification?.signals.length ?? 0) > 0),
      standard.claim.threat,
    );
    for (const { peers, claim, classification } of files) {
      expect(claim?.photos).toBeLessThanOrEqual(3);
      expect(classification).toMatchObject({ issueType: claim?.issueType, isComplaint: true, sentiment: "disappointed" });
      if (!peers) continue;
      expect([0, 0.02, 0.15, 0.35].some((each) => peers.withSameIssue === Math.round((peers.similarOrders ?? 0) * each))).toBe(true);
      expect(peers.similarOrders).toBeGreaterThanOrEqual(20);
    }
  });
});

describe("a made-up claim", () => {
  it("is a case that can be read, judged as a complaint of which nothing else is known", () => {
    const signals = new Set<string>();
    for (const caseFile of filesOf()) {
      expect(() => readCase(caseFile, undefined)).not.toThrow();
      const { signals: found = [], extracted, ...rest } = caseFile.classification ?? {};
      signals.add(found.join(" and "));
      const lists = [...Object.values(extracted ?? {}), ...Object.values(rest)].filter((value) => Array.isArray(value));
      expect(lists).toEqual(Array.from({ length: 10 }, () => []));
      expect(rest).toMatchObject({ stage: "complaint", urgency: "normal", complexity: "medium", isComplaint: true, highPriority: false });
    }
    expect(signals).toEqual(new Set(["", "review_threat", "chargeback_threat", "review_threat and chargeback_threat"]));
  });

  it("is of a customer whose earlier claims lie up to 300 days before the first, each refunded two days later", () => {
    const first = dayOf(0);
    const earlier = filesOf({ claims: 60 })
      .flatMap(({ customer }) => customer?.claims ?? [])
      .map(({ at: instant }) => (first - at(instant)) / day)
      .filter((days) => days > 0);
    expect(Math.max(...earlier)).toBeLessThan(300);
    expect(Math.max(...earlier)).toBeGreaterThan(200);
    for (const { customer, now } of filesOf({ claims: 60 })) {
      expect(customer?.id).toMatch(/^U-([1-9]|[1-5]\d|60)$/);
      const claimed = (customer?.claims ?? []).map((each) => at(each.at));
      for (const each of customer?.claims ?? []) expect(Object.keys(standard.claim.issues)).toContain(each.issueType);
      const due = claimed.map((each) => each + 2 * day).filter((each) => each <= at(now));
      const inOrder = (one: number, other: number) => one - other;
      expect((customer?.refunds ?? []).map((each) => at(each.at)).toSorted(inOrder)).toEqual(due.toSorted(inOrder));
    }
  });

  it("is of each market, issue and kind of customers about as often as the world says", () => {
    const files = filesOf({ customers: 300 });
    const near = (value: number, wanted: number) => expect([value, wanted, Math.abs(value - wanted) < 0.09]).toEqual([value, wanted, true]);
    for (const { country, share: wanted } of standard.markets)
      near(
        share(files, ({ customer }) => customer?.country === country),
        wanted,
      );
    near(
      share(files, ({ claim }) => claim?.issueType === "quality_defect"),
      0.25,
    );
    near(
      share(files, ({ customer }) => customer?.links?.confirmedAbuser === true),
      standard.customer.linked,
    );
    near(
      share(files, ({ customer }) => (customer?.links?.accounts ?? 0) > 2),
      standard.customer.manyAccounts,
    );
    const notReceived = (country: string) =>
      share(
        filesOf({ customers: 300, claims: 600 }).filter(({ customer }) => customer?.country === country),
        ({ claim }) => claim?.issueType === "logistics_not_received",
      );
    expect(notReceived("BR")).toBeGreaterThan(notReceived("JP") + 0.1);
  });
});

describe("the truth of made-up claims", () => {
  it("is the intercept, the rules that count and the drift up to each claim", () => {
    const intercept = 0.5;
    const flat = cases({ truth: { intercept, rules: {} }, drift: { intercept: 0 }, claims: 20 });
    for (const { probability } of flat) expect(probability).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 12);
    const drifting = cases({ truth: { intercept, rules: {} }, drift: { intercept: 4 }, claims: 20 }).map(({ probability }) =>
      Math.log(probability / (1 - probability)),
    );
    for (const [index, logOdds] of drifting.entries()) {
      expect(logOdds).toBeGreaterThanOrEqual(0.5 + (4 * index) / 20 - 1e-9);
      expect(logOdds).toBeLessThan(0.5 + (4 * (index + 1)) / 20);
    }
    const { truth } = generateClaims({ ...settings, claims: 1, truth: { intercept } });
    expect(truth).toEqual({ ...standard.truth, intercept });
  });

  it("grows bolder where the world drifts so", () => {
    const bold = (boldness: number) =>
      share(
        cases({ drift: { boldness } })
          .slice(150)
          .map(({ case: caseFile }) => caseFile),
        ({ claim, order }) => Number(claim?.amount?.amount) > Number(order?.total?.amount),
      );
    expect(bold(8)).toBeGreaterThan(bold(0) + 0.3);
    expect(bold(100)).toBeGreaterThan(0.9);
  });

  it.each([
    ["claims", 0],
    ["claims", 1.5],
    ["customers", 0],
    ["customers", -1],
  ])("isn't made of %s of %d", (name, value) => {
    expect(() => cases({ [name]: value })).toThrow(new RangeError(`${name} is ${value}; expected a whole number of at least 1.`));
  });

  it.each([Number.NaN, 0.5, undefined, "7"])("isn't made from the seed %s", (seed) => {
    expect(() => cases({ seed: seed as number })).toThrow(new RangeError(`seed is ${seed}; expected a whole number.`));
  });

  it("takes what isn't said from the standard world", () => {
    const { from: _, days: __, ...rest } = settings;
    const claims = cases({ ...rest, claims: 2, from: undefined as never, days: undefined as never });
    expect(claims.map(({ case: { now } }) => now?.slice(0, 4))).toEqual(["2025", "2025"]);
    expect(() => cases({ from: "soon" })).toThrow(expect.objectContaining({ code: "invalid_instant" }));
  });
});
