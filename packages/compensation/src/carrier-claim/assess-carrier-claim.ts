import { requireObject } from "@amends/core/errors";
import { carrierClaimReasons, type CarrierClaimReason, type CaseFile, type DocumentKind, type Money } from "@amends/core/model";
import { compareMoney, subtractMoney } from "@amends/core/money";
import { contextFor, type Context } from "@amends/core/stage";
import { addDays, formatInstant, instantOf, localDateOf, readInstant, type Instant } from "@amends/core/time";
import { documentsOf, lackingFirst, type ChecklistItem } from "../dispute/dispute-checklist.js";
import { requireWord } from "../progress/require-word.js";
import { readCase } from "../read-case.js";
import { carrierLiability, type CarrierLiability } from "./carrier-liability.js";
import { carrierTerms, type CarrierTerms } from "./carrier-terms.js";
import { countPeriods, type CountedPeriod } from "./claim-period.js";
import { converted } from "./converted.js";
import settings from "./claim-settings.json" with { type: "json" };

/** What is claimed from a carrier. */
export interface CarrierClaimQuestion {
  readonly reason: CarrierClaimReason;
  /** How much; default: the order's total. */
  readonly amount?: Money | undefined;
  readonly evidence?: readonly DocumentKind[] | undefined;
}

/** When to think of something. */
export interface Reminder {
  readonly at: string;
  readonly because: string;
}

/** A claim with a carrier before it is filed: with whom, until when, with what, and up to how much. */
export interface CarrierClaimAssessment {
  readonly carrier: string | null;
  readonly reason: CarrierClaimReason;
  readonly amount: Money | null;
  readonly fileBy: string | null;
  readonly state: "open" | "over" | "unknown";
  /** Why then: the period that ends first. */
  readonly by: CountedPeriod | null;
  /** The periods that end later. */
  readonly lost: readonly CountedPeriod[];
  readonly liability: CarrierLiability;
  /** What the carrier can be expected to pay at most; null where nobody knows. */
  readonly expected: Money | null;
  /** What stays with the seller even if the carrier pays it all. */
  readonly uncovered: Money | null;
  readonly documents: readonly ChecklistItem[];
  readonly reminders: readonly Reminder[];
  /** A letter to the carrier, in English, with what the case knows. */
  readonly statement: string | null;
  readonly notes: readonly string[];
  readonly missing: readonly string[];
}

/**
 * What can be claimed from the carrier of a case, by its dated terms and the conventions on the way the parcel travels: until when,
 * with which papers, up to how much, and when to be reminded. A host's pack "carrier/terms" replaces facts by id. Nothing is invented:
 * what neither terms nor case say is null, and `missing` names what would tell.
 *
 * @throws {InvalidCaseError} where the case can't be read, and {AmendsError} of code `pack_invalid` where the pack can't.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { assessCarrierClaim } from "@amends/compensation/carrier-claim";
 * const { fileBy, liability, expected } = assessCarrierClaim(
 *   {
 *     now: "2026-02-02T09:00:00Z",
 *     order: { total: { amount: "89.90", currency: "USD" } },
 *     shipment: { carrier: "DHL Express", shippedAt: "2026-01-17T10:00:00Z", weightGrams: 1500 },
 *     rates: { base: "USD", date: "2026-02-02", rates: { XDR: "0.75" } },
 *     claim: { issueType: "logistics_not_received" },
 *   },
 *   { reason: "lost" },
 * );
 * [fileBy, liability.sdr?.amount, expected?.amount]; // => ["2026-02-17T00:00:00Z", "39", "52.00"]
 */
export function assessCarrierClaim(
  caseFile: CaseFile,
  question: CarrierClaimQuestion,
  given: Partial<Context> = {},
): CarrierClaimAssessment {
  requireObject(question, "question");
  requireObject(given, "given");
  requireWord(question.reason, carrierClaimReasons, "question.reason");
  const read = readCase(caseFile, given.zones);
  return assess(read, question, contextFor(read, given));
}

/** The same for a case that was read. */
export function assess(caseFile: CaseFile, question: CarrierClaimQuestion, context: Context): CarrierClaimAssessment {
  const { reason } = question;
  const judged = judgeClaim(caseFile, question, context);
  const { carrier, amount, periods, liability } = judged;
  const [first] = periods;
  const { expected, uncovered, lacking } = coverage(amount, liability, caseFile, context.now);
  const told = periods.map(({ instant: _instant, ...period }) => period);
  const held = documentsOf(caseFile, [...(question.evidence ?? []), ...(caseFile.carrierClaim?.evidence ?? [])]);
  const documents = judged.terms.documents.flatMap(({ id, value, source }) =>
    value.documents.map((document): ChecklistItem => ({ ...document, have: held.has(document.document), fact: id, source })),
  );
  return {
    carrier,
    reason,
    amount,
    fileBy: first?.at ?? null,
    state: first === undefined ? "unknown" : first.instant <= context.now ? "over" : "open",
    by: told[0] ?? null,
    lost: told.slice(1),
    liability,
    expected,
    uncovered,
    documents: documents.toSorted(lackingFirst),
    reminders: first === undefined ? [] : remindersBefore(first.instant, context),
    statement: carrier === null ? null : statementOf(caseFile, carrier, reason, amount),
    notes: judged.notes,
    missing: [...new Set([...judged.missing, ...lacking, ...(amount === null ? ["order.total"] : [])])],
  };
}

/** With whom, until when and up to how much: what every case with a claim needs, at the pace of decisions. */
export function judgeClaim(caseFile: CaseFile, question: CarrierClaimQuestion, context: Context) {
  const { reason } = question;
  const carrier = caseFile.carrierClaim?.carrier || caseFile.shipment?.carrier || null;
  const amount = question.amount ?? caseFile.carrierClaim?.amount ?? caseFile.order?.total ?? null;
  const terms = carrierTerms(caseFile, carrier ?? "", reason, context);
  const { periods, missing } = countPeriods(terms.periods, caseFile, context);
  const [first] = periods;
  const liability = carrierLiability(terms.limits, caseFile, amount?.currency, context.now);
  const notes: string[] = [];
  if (carrier === null) notes.push("the case doesn't name the carrier");
  else if (!terms.known) notes.push(`no claim terms of ${carrier} are on file`);
  if (terms.known && terms.periods.length === 0)
    notes.push(`the terms name no period for ${reason}${terms.isOfOthers ? " of such a parcel" : ""}`);
  if (first === undefined) for (const key of missing) notes.push(`the period runs from ${key}, which nobody knows`);
  else {
    if (first.note !== null) notes.push(first.note);
    notes.push(...openQuestions(terms));
    if (first.instant <= context.now) notes.push("the period is over: ask for goodwill");
  }
  const ofLimit = sdrNote(liability);
  if (ofLimit !== undefined) notes.push(ofLimit);
  const lacking = terms.missing.slice();
  if (carrier === null) lacking.push("shipment.carrier");
  else if (!terms.known || terms.isOfOthers) lacking.push(`packs.carrier/terms.${carrier}`);
  if (first === undefined) lacking.push(...missing);
  lacking.push(...liability.missing);
  return { carrier, amount, terms, periods, liability, notes, missing: lacking.length < 2 ? lacking : [...new Set(lacking)] };
}

/** What the case would have to tell, where several periods might hold. */
function openQuestions({ periods, missing }: CarrierTerms): string[] {
  const open = (key: string, scope: "services" | "lane") =>
    missing.includes(key) && periods.some(({ value }) => value[scope] !== undefined);
  const notes: string[] = [];
  if (open("shipment.service", "services")) notes.push("the service isn't known: of the periods that depend on it the earliest binds");
  if (open("shipment.lane", "lane")) notes.push("the lane isn't known: of the periods that depend on it the earliest binds");
  return notes;
}

function coverage(
  amount: Money | null,
  { limit }: CarrierLiability,
  { rates }: CaseFile,
  now: Instant,
): { expected: Money | null; uncovered: Money | null; lacking: string[] } {
  if (amount === null || limit === null) return { expected: null, uncovered: null, lacking: [] };
  const most = converted(limit, amount.currency, rates, now);
  if (most === undefined) return { expected: null, uncovered: null, lacking: [`rates.${limit.currency}-${amount.currency}`] };
  const expected = compareMoney(amount, most) <= 0 ? amount : most;
  return { expected, uncovered: subtractMoney(amount, expected), lacking: [] };
}

/** What a limit by weight comes to, where it isn't money. */
function sdrNote({ sdr, limit, missing }: CarrierLiability): string | undefined {
  if (sdr === null || limit !== null) return undefined;
  const told = sdr.amount === null ? `${sdr.perKilogram} SDR a kilogram` : `${sdr.amount} SDR (${sdr.perKilogram} a kilogram)`;
  return `the carrier answers for at most ${told}; in money it needs ${missing.join(" and ")}`;
}

/** At the start of the days before the last one, in UTC, those that are still to come. */
function remindersBefore(end: Instant, { now, zones }: Context): Reminder[] {
  const last = localDateOf(end - 1, "UTC", zones);
  return settings.reminderDaysBefore.value.flatMap((days) => {
    const at = instantOf(addDays(last, -days), "00:00", "UTC", zones);
    return at <= now ? [] : [{ at: formatInstant(at), because: `${days} ${days === 1 ? "day" : "days"} before the last day of the claim` }];
  });
}

function statementOf({ shipment, order }: CaseFile, carrier: string, reason: CarrierClaimReason, amount: Money | null): string {
  const parcel = shipment?.trackingNumber ? `parcel ${shipment.trackingNumber}` : "a parcel";
  const shipped = shipment?.shippedAt ? `, shipped on ${formatInstant(readInstant(shipment.shippedAt) as Instant).slice(0, 10)}` : "";
  const sold = order?.id ? ` (order ${order.id})` : "";
  const money = amount === null ? "" : ` We claim ${amount.amount} ${amount.currency}.`;
  return `To ${carrier}: ${parcel}${shipped}${sold} was ${reason}.${money} Please confirm this claim in writing.`;
}
