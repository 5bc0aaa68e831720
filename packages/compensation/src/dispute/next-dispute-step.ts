import { requireObject } from "@amends/core/errors";
import type { CaseFile, DisputeReason, DisputeState, Money } from "@amends/core/model";
import { contextFor, type Context } from "@amends/core/stage";
import type { BindingDeadline } from "../deadlines/binding-deadline.js";
import { readCase } from "../read-case.js";
import { disputeCase, type DisputeCase } from "./dispute-case.js";
import { disputeChecklist, type ChecklistItem } from "./dispute-checklist.js";
import { deadlinesOfDispute } from "./dispute-deadlines.js";
import type { silenceOutcomes } from "./dispute-fact.js";
import { disputePack } from "./dispute-packs.js";

/** What the seller can do in a dispute. */
export type DisputeStep =
  | "answer"
  | "refund"
  | "gather_evidence"
  | "submit_evidence"
  | "provide_information"
  | "appeal"
  | "accept"
  | "wait"
  | "none";

/** What follows from doing nothing. */
export interface CostOfSilence {
  /** What is lost; null where nobody knows, or nothing is decided by it. */
  readonly money: Money | null;
  readonly outcome: (typeof silenceOutcomes)[number];
  readonly because: string;
  readonly source: string | null;
}

/** What to do next in a dispute, why, until when, and what follows where nobody does. */
export interface NextDisputeStep {
  readonly venue: string | null;
  readonly reason: DisputeReason | null;
  readonly state: DisputeState | "none";
  readonly step: DisputeStep;
  readonly because: string;
  readonly by: BindingDeadline | null;
  readonly ifNothing: CostOfSilence;
  readonly checklist: readonly ChecklistItem[];
  /** The dates of the dispute, earliest first. */
  readonly deadlines: readonly BindingDeadline[];
  readonly missing: readonly string[];
}

/**
 * What to do next in a dispute: answer, refund, gather or submit evidence, appeal, accept or wait; why; by when; and what the venue
 * does where nobody does anything, with what that costs. It goes by the evidence at hand and the venue's dated rules.
 *
 * @throws {InvalidCaseError} where the case can't be read, and {AmendsError} of code `pack_invalid` where the pack can't.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { nextDisputeStep } from "@amends/compensation/dispute";
 * const { step, because, ifNothing } = nextDisputeStep({
 *   now: "2026-03-06T09:00:00Z",
 *   ticket: { channel: "marketplace_message", marketplace: "aliexpress" },
 *   customer: { zone: "Europe/Madrid" },
 *   order: { total: { amount: "40.00", currency: "EUR" } },
 *   shipment: { status: "lost" },
 *   dispute: { venue: "aliexpress", reason: "not_received", history: [{ state: "requested", at: "2026-03-05T15:00:00Z" }] },
 * });
 * [step, ifNothing.outcome, ifNothing.money?.amount]; // => ["refund", "buyer_wins", "40.00"]
 * because; // => "the parcel is lost, and without proof of delivery the buyer wins"
 */
export function nextDisputeStep(caseFile: CaseFile, given: Partial<Context> = {}): NextDisputeStep {
  requireObject(given, "given");
  const read = readCase(caseFile, given.zones);
  const context = contextFor(read, given);
  const about = disputeCase(read);
  const { deadlines, missing } = deadlinesOfDispute(about, context);
  const checklist = disputeChecklist(about, context);
  const by = deadlines.find(({ owedBy, nature, state }) => owedBy === "seller" && nature === "closes" && state !== "passed") ?? null;
  const { step, because } = choose(about, checklist.items, by);
  return {
    venue: about.venues[0] ?? null,
    reason: about.reason ?? null,
    state: about.state,
    step,
    because:
      by?.state === "overdue" && !["none", "accept", "wait"].includes(step) ? `${because}; the date has passed, so at once` : because,
    by,
    ifNothing: costOfSilence(about, by, deadlines, context),
    checklist: checklist.items,
    deadlines,
    missing: [...new Set([...missing, ...checklist.missing, ...unsaid(about)])].sort(),
  };
}

interface Choice {
  readonly step: DisputeStep;
  readonly because: string;
}

function choose(about: DisputeCase, items: readonly ChecklistItem[], by: BindingDeadline | null): Choice {
  const lacking = items.filter(({ required, have }) => required && !have).map(({ document }) => document);
  const complete = lacking.length === 0;
  switch (about.state) {
    case "none":
      return { step: "none", because: "no dispute is open" };
    case "closed":
      return { step: "none", because: "the dispute is closed" };
    case "won":
      return { step: "wait", because: "it was decided for the seller; the buyer may still appeal" };
    case "answered":
      return { step: "wait", because: "the seller has answered: the buyer accepts, or asks the venue to decide" };
    case "evidence_submitted":
      return { step: "wait", because: "the evidence is with the venue, which decides" };
    case "lost":
      return afterLoss(about, items, by);
    case "requested":
      return hopeless(about) ?? answerTo(about, lacking);
    case "escalated":
    case "info_requested":
    case "appealed":
      break;
  }
  if (about.state === "appealed" && by === null) return { step: "wait", because: "the venue looks at the appeal" };
  const doomed = hopeless(about);
  if (doomed !== undefined) return doomed;
  const step = about.state === "info_requested" ? "provide_information" : "submit_evidence";
  if (complete) return { step, because: "everything the venue wants to see is there" };
  return {
    step: "gather_evidence",
    because: `${lacking.join(", ")} ${lacking.length === 1 ? "lacks" : "lack"}; then submit what there is in time`,
  };
}

/** A parcel that never arrived can't be proved to have. */
function hopeless({ reason, caseFile: { shipment } }: DisputeCase): Choice | undefined {
  if (reason !== "not_received") return undefined;
  const { status } = shipment ?? {};
  if (status !== "lost" && status !== "destroyed" && status !== "returned") return undefined;
  return { step: "refund", because: `the parcel is ${status}, and without proof of delivery the buyer wins` };
}

function answerTo({ reason, caseFile: { shipment } }: DisputeCase, lacking: readonly string[]): Choice {
  if (lacking.length === 0) return { step: "answer", because: "the evidence is complete: answer with it" };
  if (reason === "not_received" && !shipment?.deliveredAt)
    return { step: "answer", because: "the parcel is under way: answer with its tracking, and offer a new one or the money back" };
  return { step: "answer", because: `answer in time with a solution; ${lacking.join(", ")} would be wanted if the venue decides` };
}

function afterLoss({ caseFile: { dispute } }: DisputeCase, items: readonly ChecklistItem[], by: BindingDeadline | null): Choice {
  const appealed = dispute?.history?.some(({ state }) => state === "appealed") ?? false;
  if (appealed) return { step: "accept", because: "the appeal is decided" };
  if (by?.state === "overdue") return { step: "accept", because: "the time to appeal is over" };
  const submitted = new Set(dispute?.submitted ?? []);
  const fresh = items.filter(({ have, document }) => have && !submitted.has(document)).map(({ document }) => document);
  if (fresh.length === 0) return { step: "accept", because: "an appeal needs new information, and there is none" };
  return { step: "appeal", because: `${fresh.join(", ")} ${fresh.length === 1 ? "is" : "are"} new to the venue` };
}

/** Whether an appeal would bring anything new hangs on what the venue was given. */
function unsaid({ state, caseFile: { dispute } }: DisputeCase): string[] {
  return state === "lost" && !dispute?.submitted ? ["dispute.submitted"] : [];
}

function costOfSilence(
  about: DisputeCase,
  by: BindingDeadline | null,
  deadlines: readonly BindingDeadline[],
  context: Context,
): CostOfSilence {
  const next = by ?? deadlines.find(({ onSilence, state }) => onSilence !== null && state === "ahead") ?? null;
  const fact = next === null ? undefined : disputePack(context).facts.find(({ id }) => id === next.fact);
  const silence = fact?.value.kind === "deadline" ? fact.value.onSilence : undefined;
  const money = about.amount ?? null;
  if (fact !== undefined && silence !== undefined) {
    const atStake = ["buyer_wins", "stays_lost", "may_escalate"].includes(silence.outcome);
    return { money: atStake ? money : null, outcome: silence.outcome, because: silence.because, source: fact.source };
  }
  if (["requested", "escalated", "info_requested"].includes(about.state))
    return { money, outcome: "unknown", because: "nothing on file says what happens; the venue decides by what it has", source: null };
  return { money: null, outcome: "nothing", because: "nothing is owed by the seller now", source: null };
}
