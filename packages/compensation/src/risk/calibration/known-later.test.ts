import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "@amends/core/errors";
import { calibrateScorecard } from "./calibrate-scorecard.js";
import type { GeneratedClaim } from "./generate-claims.js";
import type { LabelledClaim } from "./labelled-claim.js";
import { measureScorecard } from "./measure-scorecard.js";
import { caught, few, generated } from "./testing/sample-claims.js";

describe("what was known later only", () => {
  const planted = (change: (claim: GeneratedClaim) => LabelledClaim["case"]): LabelledClaim[] =>
    few().map((claim, index) => (claim.abusive && index % 2 === 0 ? { ...claim, case: change(claim) } : claim));
  const later = (claim: GeneratedClaim): string => new Date(Date.parse(claim.case.now ?? "") + 86_400_000).toISOString();

  it("is refused where a record is younger than the claim", () => {
    const claims = planted((claim) => ({
      ...claim.case,
      customer: { ...claim.case.customer, claims: [{ at: later(claim), issueType: "logistics_not_received" }] },
    }));
    const error = caught(() => calibrateScorecard(claims));
    expect(InvalidCaseError.isInstance(error)).toBe(true);
    expect(error.findings[0]).toMatchObject({ code: "known_later", fix: "hand in the case as it stood then" });
    expect(error.findings[0]?.path).toMatch(/^\[\d+\]\.case\.customer\.claims\[0\]\.at$/);
  });

  it.each([
    [
      "shipment.deliveredAt",
      (claim: GeneratedClaim) => ({ ...claim.case, shipment: { ...claim.case.shipment, deliveredAt: later(claim) } }),
    ],
    ["ticket.resolvedAt", (claim: GeneratedClaim) => ({ ...claim.case, ticket: { ...claim.case.ticket, resolvedAt: later(claim) } })],
    ["history.contacts[0].at", (claim: GeneratedClaim) => ({ ...claim.case, history: { contacts: [{ at: later(claim) }] } })],
  ])("is refused at %s", (path, change) => {
    expect(caught(() => measureScorecard(planted(change))).findings[0]?.path).toContain(path);
  });

  it("may be a promise", () => {
    const claims = planted((claim) => ({ ...claim.case, shipment: { ...claim.case.shipment, promisedAt: later(claim) } }));
    expect(measureScorecard(claims).split.leaking).toBe(0);
  });

  it("is left out where that is asked for, and counted", () => {
    const claims = planted((claim) => ({ ...claim.case, ticket: { ...claim.case.ticket, resolvedAt: later(claim) } }));
    const leaking = claims.filter((claim, index) => claim !== few()[index]).length;
    const { split } = measureScorecard(claims, { options: { leaks: { handling: "leaveOut" } } });
    expect(split.leaking).toBe(leaking);
    expect(split.train + split.test + split.immature).toBe(few().length - leaking);
  });

  it("is refused as a label that is older than its claim", () => {
    const claims = few().map((claim, index) => (index === 4 ? { ...claim, outcomeAt: "2020-01-01T00:00:00Z" } : claim));
    expect(caught(() => measureScorecard(claims)).findings).toMatchObject([{ code: "label_before_claim", path: "[4].outcomeAt" }]);
  });

  it("shows as a feature that is too good, where no date tells", () => {
    const claims = few().map((claim) => ({
      ...claim,
      case: { ...claim.case, customer: { ...claim.case.customer, links: { confirmedAbuser: claim.abusive, accounts: 1 } } },
    }));
    expect(measureScorecard(claims).warnings).toMatchObject([
      { code: "feature_too_good", message: expect.stringMatching(/^linked_abuser alone/) as string },
    ]);
    expect(measureScorecard(few()).warnings).toEqual([]);
  });

  it("shows as counts that never change, or fall, where they were taken at the export", () => {
    const snapshot = generated().claims.map((claim) => ({
      ...claim,
      case: { ...claim.case, customer: { ...claim.case.customer, claims: [], complaints: 5, orders: 20 } },
    }));
    const codes = (claims: readonly LabelledClaim[]) => measureScorecard(claims).warnings.map(({ code }) => code);
    expect(codes(snapshot)).toEqual(["counts_unchanged"]);
    const own = generated().claims.filter(({ case: { customer } }) => customer?.id === generated().claims[0]?.case.customer?.id);
    expect(own.length).toBeGreaterThan(1);
    const falling = generated().claims.map((claim) =>
      claim === own[0] ? { ...claim, case: { ...claim.case, customer: { ...claim.case.customer, orders: 999 } } } : claim,
    );
    expect(codes(falling)).toEqual(["count_falls"]);
  });

  it("may hide where outcomes aren't dated, which is said", () => {
    const undated = few().map(({ case: caseFile, abusive }) => ({ case: caseFile, abusive }));
    expect(measureScorecard(undated).warnings.map(({ code }) => code)).toEqual(["outcome_undated"]);
  });
});
