import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import type { JudgedRight } from "../returns/judged-right.js";
import { returnDuties, type ReturnDuty } from "../returns/return-duties.js";
import { returnEligibility } from "../returns/return-eligibility.js";
import { bindingDeadline, type BindingDeadline, type DeadlineArea, type DeadlinesFound } from "./binding-deadline.js";

const areas: Readonly<Record<JudgedRight["grantedBy"], DeadlineArea>> = { law: "law", marketplace: "marketplace", seller: "policy" };

/** By law and marketplace: until when the buyer may return, or, once a return was asked for, by when goods and money are owed. */
export function returnDeadlines(caseFile: CaseFile, context: Context): DeadlinesFound {
  const { returnRequest, order, shipment } = caseFile;
  const requested = returnRequest !== undefined && returnRequest !== null;
  if (!requested && !shipment?.deliveredAt && !order?.lastDeliveredAt) return { deadlines: [], missing: [] };
  const { by, lost, missing } = returnEligibility(caseFile, context);
  if (requested) {
    const duties = by === null ? [] : returnDuties(caseFile, by, context);
    return {
      deadlines: duties.flatMap((duty) => dutyDeadline(duty, by as JudgedRight, context)),
      missing: by === null ? missing : duties.flatMap((duty) => (duty.dueAt === null ? duty.missing : [])),
    };
  }
  const open = [...(by === null ? [] : [by]), ...lost.filter(({ status }) => status === "eligible")];
  return { deadlines: open.flatMap((right) => windowDeadline(right, context)), missing: by === null ? missing : [] };
}

function windowDeadline(
  { fact, grantedBy, until, untilAt, because, source, confidence }: JudgedRight,
  { now }: Context,
): BindingDeadline[] {
  const at = readInstant(untilAt);
  if (at === undefined) return [];
  const onSilence = "the buyer can't return by this right any more";
  const told = { because, source, confidence, fact, onSilence };
  return [bindingDeadline({ kind: kindOf(fact), at, on: until, now, area: areas[grantedBy], owedBy: "buyer", ...told })];
}

function dutyDeadline(
  { duty, owedBy, state, dueOn, dueAt, from, because, source, fact }: ReturnDuty,
  right: JudgedRight,
  { now }: Context,
): BindingDeadline[] {
  const at = readInstant(dueAt);
  if (at === undefined || state === "done" || state === "done_late" || state === "not_yet") return [];
  return [
    bindingDeadline({
      kind: `return_${duty}`,
      at,
      on: dueOn,
      now,
      area: areas[right.grantedBy],
      owedBy,
      ...(state === "withheld" ? { state } : {}),
      from,
      because,
      source,
      confidence: right.confidence,
      fact,
      onSilence: duty === "refund" ? "the seller is in default of the refund" : "the seller may refuse the return by this right",
    }),
  ];
}

/** What the date of a fact is called. */
export function kindOf(fact: string): string {
  return fact.replace(/[.-]/g, "_");
}
