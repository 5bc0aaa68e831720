import { requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { contextFor, type Context } from "@amends/core/stage";
import { formatDuration, readInstant, type Instant } from "@amends/core/time";
import { deadlinesOfClaim } from "../carrier-claim/carrier-claim-deadlines.js";
import { disputeCase } from "../dispute/dispute-case.js";
import { byDate, deadlinesOfDispute } from "../dispute/dispute-deadlines.js";
import { readCase } from "../read-case.js";
import { bindingDeadline, type BindingDeadline, type DeadlinesFound } from "./binding-deadline.js";
import { factSpan, type FactSpan } from "./fact-span.js";
import { lateFact } from "../floors/late-facts.js";
import { lateDeadlines } from "./late-deadlines.js";
import { returnDeadlines } from "./return-deadlines.js";
import { slaDeadlines } from "./sla-deadlines.js";

/** The date that comes first, and by how much the others lose. */
export interface FirstDeadline {
  readonly deadline: BindingDeadline;
  /** Why it is the first, with its own reason and source. */
  readonly because: string;
  /** Those that come later, with by how much, ISO 8601. */
  readonly lost: readonly { readonly kind: string; readonly at: string; readonly laterBy: string; readonly source: string }[];
}

/** All dates that bind a case. */
export interface BindingDeadlines {
  /** Earliest first, whatever their state. */
  readonly deadlines: readonly BindingDeadline[];
  /** The earliest that is still ahead, whoever it binds; null where none is. */
  readonly first: FirstDeadline | null;
  /** The earliest ahead by which the seller has to act. */
  readonly firstOwed: FirstDeadline | null;
  /** What the seller let pass, oldest first. */
  readonly overdue: readonly BindingDeadline[];
  /** Starts and facts that nobody knows; a date that hangs on one isn't here. */
  readonly missing: readonly string[];
}

/**
 * Every date that binds a case, which comes first and why: what was promised (`sla`), the rules of the marketplace or payment service
 * in a dispute, rights and duties of law and marketplace in a return, of goods that are late, the carrier's terms and the claim with it, and the dates of the
 * host's policies (`remedies.deadlines`). Days end in the calendar they belong to; each date names its source, its reason and what
 * happens where nobody acts.
 *
 * @throws {InvalidCaseError} where the case can't be read, and {AmendsError} of code `pack_invalid` where a pack can't.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { bindingDeadlines } from "@amends/compensation/deadlines";
 * const { first, deadlines } = bindingDeadlines({
 *   now: "2026-03-06T09:00:00Z",
 *   ticket: { channel: "marketplace_message", marketplace: "amazon", createdAt: "2026-03-05T15:00:00Z" },
 *   customer: { zone: "America/New_York" },
 *   shipment: { carrier: "fedex", status: "lost", shippedAt: "2026-02-01T10:00:00Z", promisedAt: "2026-02-10T10:00:00Z" },
 *   claim: { issueType: "logistics_not_received" },
 * });
 * deadlines.map(({ kind, area }) => [kind, area]); // => [["amazon_a_to_z_opens", "marketplace"], ["amazon_a_to_z_closes", "marketplace"], ["carrier_claim", "carrier"]]
 * [first?.deadline.at, first?.deadline.source]; // => ["2026-03-07T15:00:00Z", "sellercentral.amazon.com, help 27951"]
 */
export function bindingDeadlines(caseFile: CaseFile, given: Partial<Context> = {}): BindingDeadlines {
  requireObject(given, "given");
  const read = readCase(caseFile, given.zones);
  const context = contextFor(read, given);
  const parts: DeadlinesFound[] = [
    { deadlines: slaDeadlines(read, context), missing: [] },
    deadlinesOfDispute(disputeCase(read), context),
    returnDeadlines(read, context),
    lateDeadlines(read, context),
    deadlinesOfClaim(read, context),
  ];
  const found = parts.flatMap((part) => part.deadlines);
  const deadlines = [...found, ...decidedDeadlines(read, found, context)].toSorted(byDate);
  const ahead = deadlines.filter(({ state }) => state === "ahead");
  return {
    deadlines,
    first: firstOf(ahead),
    firstOwed: firstOf(ahead.filter(({ owedBy, nature }) => (owedBy === "seller" || owedBy === null) && nature === "closes")),
    overdue: deadlines.filter(({ state }) => state === "overdue"),
    missing: [...new Set(parts.flatMap((part) => part.missing))].sort(),
  };
}

/** The dates that policies set, unless they are here already: the packs say more of them. */
function decidedDeadlines(caseFile: CaseFile, found: readonly BindingDeadline[], context: Context): BindingDeadline[] {
  const { remedies, carrierClaim } = caseFile;
  if (remedies === undefined || remedies === null || "undecided" in remedies) return [];
  const known = new Set(found.map(({ kind }) => kind));
  if (carrierClaim !== undefined && carrierClaim !== null) known.add("carrier_claim");
  const facts = new Set(found.map(({ fact }) => fact));
  return remedies.deadlines.flatMap(({ kind, at, source, because, fact }) => {
    const instant = readInstant(at);
    if (instant === undefined || known.has(kind) || (fact && facts.has(fact))) return [];
    const span = fact ? (factSpan(fact, caseFile, context) ?? lateSpan(fact, caseFile, context)) : undefined;
    const duty = span ?? { owedBy: kind === "carrier_claim" ? ("seller" as const) : null, area: "policy" as const, opens: false };
    const { owedBy, area, opens } = duty;
    const told = { because, source, confidence: span?.confidence ?? null, fact: fact ?? null };
    return [bindingDeadline({ kind, at: instant, now: context.now, area, owedBy, nature: opens ? "opens" : "closes", ...told })];
  });
}

/** What a fact on goods that are late says of its date. */
function lateSpan(
  id: string,
  caseFile: CaseFile,
  context: Context,
): Pick<FactSpan, "owedBy" | "area" | "opens" | "confidence"> | undefined {
  const fact = lateFact(id, caseFile, context);
  if (fact === undefined) return undefined;
  return { owedBy: "seller", area: fact.value.countries === undefined ? "marketplace" : "law", opens: false, confidence: fact.confidence };
}

function firstOf(ahead: readonly BindingDeadline[]): FirstDeadline | null {
  const [deadline, ...later] = ahead;
  if (deadline === undefined) return null;
  const start = readInstant(deadline.at) as Instant;
  const lost = later.map(({ kind, at, source }) => ({
    kind,
    at,
    laterBy: formatDuration(Math.round(((readInstant(at) as Instant) - start) / 1000)),
    source,
  }));
  const [next] = later;
  const before = next === undefined ? "the only one ahead" : `${apart((readInstant(next.at) as Instant) - start)} before ${next.kind}`;
  return { deadline, because: `${deadline.because.replace(/\.$/, "")} (${deadline.source}): ${before}`, lost };
}

/** A span in words, rounded down: days from two on, else hours and minutes. */
function apart(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes >= 2 * 1440) return `${Math.floor(minutes / 1440)} days`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
