import { describe, expect, it } from "vitest";
import type { Finding } from "@amends/core/errors";
import { claimsRefused } from "./claims-refused.js";
import type { LabelledClaim } from "./labelled-claim.js";
import { readLabelledClaims } from "./read-labelled-claims.js";
import { refusalOf } from "../../testing/refusal-of.js";
import { dayOf, instantOf } from "./testing/sample-scored-claims.js";

const good = { case: { id: "C-1", now: instantOf(1), claim: { issueType: "quality_defect" } }, abusive: true } as const;
const read = (...claims: unknown[]) => readLabelledClaims(claims as LabelledClaim[]);

const refusal = (...claims: unknown[]) => refusalOf(() => read(...claims));

describe("labelled claims", () => {
  it("are read with their place and their instants", () => {
    const ticket = { case: { now: instantOf(2), ticket: { channel: "email" } }, abusive: false, outcomeAt: null };
    const [first, second, third, ...more] = read({ ...good, outcomeAt: instantOf(9) }, ticket, {
      ...ticket,
      case: { ...ticket.case, id: null },
    });
    expect(first).toMatchObject({ index: 0, at: dayOf(1), knownAt: dayOf(9), abusive: true, outcomeAt: instantOf(9), case: { id: "C-1" } });
    expect(second).toMatchObject({ index: 1, at: dayOf(2), knownAt: undefined, abusive: false });
    expect(second).not.toHaveProperty("outcomeAt");
    expect([third?.index, more]).toEqual([2, []]);
    expect(read()).toEqual([]);
  });

  it.each<[unknown, Partial<Finding>]>([
    [
      { ...good, abusive: "yes" },
      { code: "labelled_claim_invalid", message: "must be true or false", path: "[1].abusive" },
    ],
    [
      { ...good, case: [] },
      { code: "labelled_claim_invalid", message: "is no case file", path: "[1].case" },
    ],
    [
      { ...good, case: null },
      { code: "labelled_claim_invalid", message: "is no case file", path: "[1].case" },
    ],
    [
      { ...good, case: "C-2" },
      { code: "labelled_claim_invalid", message: "is no case file", path: "[1].case" },
    ],
    [
      { ...good, case: {}, outcomeAt: 5 },
      { code: "labelled_claim_invalid", path: "[1].outcomeAt" },
    ],
    [
      { ...good, case: { claim: {} } },
      {
        code: "claim_undated",
        message: "the claim says no time",
        path: "[1].case.now",
        expected: "an ISO 8601 instant",
        fix: "put the time of the claim into case.now",
      },
    ],
    [
      { ...good, case: { now: instantOf(1), claim: null, event: { kind: "order_paid" } } },
      { code: "claim_missing", message: "there is nothing to score", path: "[1].case", expected: "a claim or a ticket" },
    ],
    [
      { case: { now: instantOf(1), claim: {} }, abusive: true, outcomeAt: "soon" },
      { code: "outcome_undated", message: '"soon" is no instant', path: "[1].outcomeAt", expected: "an ISO 8601 instant with an offset" },
    ],
    [good, { code: "claim_twice", message: 'the case "C-1" stands at [0] already', path: "[1].case.id" }],
    [{ case: { ...good.case, id: "C-2", claim: { photos: -1 } }, abusive: true }, { path: "[1].case.claim.photos" }],
  ])("of %j are refused with the place, and what was expected", (claim, finding) => {
    const { findings, message } = refusal(good, claim);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject(finding);
    expect(message).toMatch(/^The labelled claims can't be used:/);
  });

  it("are refused for all that is wrong at once, even where others are right", () => {
    const wrong = { case: { event: { kind: "order_paid" } }, abusive: true, outcomeAt: "soon" };
    expect(refusal(wrong, good, wrong).findings.map(({ code, path }) => [code, path])).toEqual([
      ["claim_undated", "[0].case.now"],
      ["claim_missing", "[0].case"],
      ["outcome_undated", "[0].outcomeAt"],
      ["claim_undated", "[2].case.now"],
      ["claim_missing", "[2].case"],
      ["outcome_undated", "[2].outcomeAt"],
    ]);
    expect(refusal(null).findings[0]?.path).toBe("[0]");
  });

  it("name for a case that stands three times the one before", () => {
    expect(refusal(good, good, good).findings.map(({ message }) => message)).toEqual([
      'the case "C-1" stands at [0] already',
      'the case "C-1" stands at [1] already',
    ]);
  });

  it("list twenty findings whole, and the first twenty of more", () => {
    const findings = (count: number): Finding[] =>
      Array.from({ length: count }, (_, index) => ({ code: "x", message: `finding ${index}` }));
    const [twenty, more] = [claimsRefused(findings(20), "No"), claimsRefused(findings(21), "No")];
    expect(twenty.findings).toHaveLength(20);
    expect(twenty.message).toMatch(/^No:/);
    expect(more.findings).toEqual(findings(20));
    expect(more.message).toMatch(/^No \(the first 20 of 21\):/);
  });
});
