import type { Finding } from "@amends/core/errors";
import { formatInstant, readInstant } from "@amends/core/time";
import type { CalibrationOptions } from "./calibration-options.js";
import type { ReadClaim } from "./labelled-claim.js";

/** Parts of a case that speak of the future on purpose, or that stages wrote. */
const planned: ReadonlySet<string> = new Set([
  "now",
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
]);

/** A place of a claim that knows what was known later only. */
export interface Leak extends Finding {
  /** The claim it is in, among those handed in. */
  readonly claim: number;
}

/**
 * Everything in claims that was known only after they were judged: records, messages and events that are younger than the claim, and
 * a label that is older. A scorecard that is fitted on them looks better than it will ever be.
 */
export function findLeaks(claims: readonly ReadClaim[], options: CalibrationOptions["leaks"]): Leak[] {
  const mayLieAhead = new Set(options.futureFields);
  return claims.flatMap((claim) => {
    const leaks = Object.entries(claim.case).flatMap(([key, value]) =>
      planned.has(key) ? [] : youngerThan(value, claim, `[${claim.index}].case.${key}`, mayLieAhead),
    );
    if (claim.knownAt === undefined || claim.knownAt >= claim.at) return leaks;
    const message = "the outcome was known before the claim was judged";
    return [...leaks, { code: "label_before_claim", message, path: `[${claim.index}].outcomeAt`, claim: claim.index }];
  });
}

function youngerThan(value: unknown, claim: ReadClaim, path: string, mayLieAhead: ReadonlySet<string>): Leak[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => youngerThan(item, claim, `${path}[${index}]`, mayLieAhead));
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${path}.${key}`;
    if (typeof inner !== "string") return youngerThan(inner, claim, place, mayLieAhead);
    const at = isInstantKey(key) && !mayLieAhead.has(key) ? readInstant(inner) : undefined;
    if (at === undefined || at <= claim.at) return [];
    return [
      {
        code: "known_later",
        message: `${inner} is after the claim was judged, ${formatInstant(claim.at)}`,
        path: place,
        fix: "hand in the case as it stood then",
        claim: claim.index,
      },
    ];
  });
}

function isInstantKey(key: string): boolean {
  return key === "at" || key === "since" || key.endsWith("At");
}

/**
 * Signs that undated counts were taken when the data was exported: they fall from one claim of a customer to the next, or hardly ever
 * change between claims.
 */
export function findSnapshots(claims: readonly ReadClaim[], options: CalibrationOptions["leaks"]): Finding[] {
  const byCustomer = new Map<string, ReadClaim[]>();
  for (const claim of claims) {
    const id = claim.case.customer?.id ?? undefined;
    if (id !== undefined) byCustomer.set(id, [...(byCustomer.get(id) ?? []), claim]);
  }
  const findings: Finding[] = [];
  let [pairs, unchanged] = [0, 0];
  for (const own of byCustomer.values()) {
    const sorted = own.toSorted((left, right) => left.at - right.at);
    for (const [index, later] of sorted.entries()) {
      const earlier = sorted[index - 1];
      const [before, after] = [earlier?.case.customer, later.case.customer];
      for (const key of ["orders", "complaints"] as const) {
        const [was, is] = [before?.[key] ?? undefined, after?.[key] ?? undefined];
        if (was === undefined || is === undefined || is >= was) continue;
        const message = `${is} is less than ${was} at the claim [${earlier?.index}] before`;
        findings.push({ code: "count_falls", severity: "warning", message, path: `[${later.index}].case.customer.${key}` });
      }
      const [was, is] = [before?.complaints ?? undefined, after?.complaints ?? undefined];
      if (was === undefined || is === undefined || earlier?.at === later.at) continue;
      pairs += 1;
      if (was === is) unchanged += 1;
    }
  }
  if (pairs >= options.unchangedCountsPairs && unchanged / pairs >= options.unchangedCountsShare) {
    findings.push({
      code: "counts_unchanged",
      severity: "warning",
      message: `${unchanged} of ${pairs} times a customer claims again, customer.complaints is what it was the time before`,
      fix: "count complaints as of each claim, not as of the export",
    });
  }
  return findings;
}
