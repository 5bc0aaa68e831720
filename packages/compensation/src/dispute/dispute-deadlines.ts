import { requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { contextFor, type Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import { bindingDeadline, type BindingDeadline, type DeadlinesFound } from "../deadlines/binding-deadline.js";
import type { Span } from "../deadlines/span.js";
import { firstStart } from "../deadlines/start-of.js";
import { readCase } from "../read-case.js";
import { disputeCase, type DisputeCase } from "./dispute-case.js";
import type { DisputeDeadline, DisputeFact } from "./dispute-fact.js";
import { disputeFacts } from "./dispute-packs.js";
import { endOfVenueSpan } from "./end-of-venue-span.js";

/**
 * The dates of a dispute: by when the seller answers, the buyer may go on and the venue decides, by the venue's rules; without a
 * dispute, from when and until when the buyer may open one. A host's pack "marketplace/disputes" replaces rules by id. Days are those
 * of the site's country where it has one zone, else the buyer's; where neither is known, a date is the earliest it can be. Business
 * days leave out the holidays of the site's country in the pack "public-holidays"; where nobody listed them, `missing` names them. A
 * date that the venue named (`dispute.dueAt`) goes before its rules.
 *
 * @throws {InvalidCaseError} where the case can't be read, and {AmendsError} of code `pack_invalid` where the pack can't.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { disputeDeadlines } from "@amends/compensation/dispute";
 * const { deadlines } = disputeDeadlines({
 *   now: "2026-03-06T09:00:00Z",
 *   ticket: { channel: "marketplace_message", marketplace: "ebay" },
 *   customer: { zone: "America/New_York" },
 *   dispute: { venue: "ebay", reason: "not_received", state: "requested", history: [{ state: "requested", at: "2026-03-05T15:00:00Z" }] },
 * });
 * deadlines.map(({ fact, owedBy, on }) => [fact, owedBy, on]); // => [["ebay.item_not_received_answer", "seller", "2026-03-10"], ["ebay.step_in_closes", "buyer", "2026-04-04"]]
 */
export function disputeDeadlines(caseFile: CaseFile, given: Partial<Context> = {}): DeadlinesFound {
  requireObject(given, "given");
  const read = readCase(caseFile, given.zones);
  return deadlinesOfDispute(disputeCase(read), contextFor(read, given));
}

/** The dates of a dispute that was read. */
export function deadlinesOfDispute(about: DisputeCase, context: Context): DeadlinesFound {
  const { facts, missing } = disputeFacts(about, context);
  const lacking = new Set(missing);
  if (about.state !== "none" && about.venues.length === 0) lacking.add("dispute.venue");
  const found = facts.flatMap((fact) => {
    const deadline = fact.value.kind === "deadline" ? deadlineOf(fact, fact.value, about, context, lacking) : undefined;
    return deadline === undefined ? [] : [deadline];
  });
  return { deadlines: withNamedDate(found, about, context).toSorted(byDate), missing: [...lacking].sort() };
}

function deadlineOf(
  { id, source, confidence }: DisputeFact,
  value: DisputeDeadline,
  about: DisputeCase,
  context: Context,
  lacking: Set<string>,
): BindingDeadline | undefined {
  const start = firstStart(about.caseFile, value.from);
  const span = spanOf(value.within, about, lacking);
  if ("missing" in start) lacking.add(start.missing);
  if ("missing" in start || span === undefined) return undefined;
  const { at, on, zone, missing } = endOfVenueSpan(start.at, span, value.countries, about.country, about.caseFile, context);
  for (const key of missing) lacking.add(key);
  if (zone === null && !("hours" in span)) lacking.add("customer.zone");
  return bindingDeadline({
    kind: id.replace(/[.-]/g, "_"),
    at,
    on,
    now: context.now,
    area: "marketplace",
    owedBy: value.owedBy,
    nature: value.opens === true ? "opens" : "closes",
    ...(value.recommended === true && at <= context.now ? { state: "passed" as const } : {}),
    from: [start.key],
    because: value.because,
    source,
    confidence,
    fact: id,
    onSilence: value.onSilence?.because ?? null,
  });
}

function spanOf(within: DisputeDeadline["within"], { caseFile }: DisputeCase, lacking: Set<string>): Span | undefined {
  if (!("bySellerTier" in within)) return within;
  const tier = caseFile.order?.sellerTier ?? "";
  const span = Object.hasOwn(within.bySellerTier, tier) ? within.bySellerTier[tier] : undefined;
  if (span === undefined) lacking.add("order.sellerTier");
  return span;
}

/** The date the venue named takes the place of what its rules say of the seller's next step. */
function withNamedDate(found: readonly BindingDeadline[], about: DisputeCase, context: Context): BindingDeadline[] {
  const { dispute } = about.caseFile;
  const at = readInstant(dispute?.dueAt);
  const asked = ["requested", "escalated", "info_requested", "lost", "appealed"].includes(about.state);
  if (at === undefined || !asked) return [...found];
  const isReplaced = ({ owedBy, nature }: BindingDeadline) => owedBy === "seller" && nature === "closes";
  const rule = found.filter(isReplaced).toSorted(byDate).at(0);
  const venue = about.venues[0] ?? "the venue";
  const named = bindingDeadline({
    kind: rule?.kind ?? "dispute_answer",
    at,
    now: context.now,
    area: "marketplace",
    owedBy: "seller",
    because: `${venue} named this date`,
    source: "dispute.dueAt",
    confidence: "A",
    fact: rule?.fact ?? null,
    onSilence: rule?.onSilence ?? null,
  });
  return [named, ...found.filter((deadline) => !isReplaced(deadline))];
}

/** Earlier first; of one instant by what they are, so that the order of packs doesn't matter. */
export function byDate(one: BindingDeadline, other: BindingDeadline): number {
  return (
    (readInstant(one.at) as number) - (readInstant(other.at) as number) ||
    compareText(one.kind, other.kind) ||
    compareText(one.source, other.source)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
