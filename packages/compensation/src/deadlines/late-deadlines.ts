import { latest } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import { isInForce } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import { claimedIssue } from "../facts/claimed-issue.js";
import { allExcepted, concerns, datedBy } from "../floors/concerns.js";
import { addHolidays, addUnlisted } from "../floors/add-holidays.js";
import { dueDay, furtherDay, type DueDay } from "../floors/due-day.js";
import { hasHappened } from "../floors/has-happened.js";
import { isOfCase, lateFacts, type LateFact } from "../floors/late-facts.js";
import { isExcused, isLate, isSurelyNotLate } from "../floors/lateness.js";
import type { RefundDutyFact } from "../floors/refund-duty.js";
import { returnContext, type ReturnContext } from "../returns/return-context.js";
import { bindingDeadline, type BindingDeadline, type DeadlinesFound } from "./binding-deadline.js";
import { endOfSpan } from "./end-of-span.js";
import { kindOf } from "./return-deadlines.js";

/**
 * By law: the day by which goods that haven't left or come had to, until when the buyer has to grant more time, and, once the buyer
 * asked for the money, by when it goes back.
 */
export function lateDeadlines(caseFile: CaseFile, context: Context): DeadlinesFound {
  const { order, customer, ticket, returnRequest } = caseFile;
  const issue = claimedIssue(caseFile);
  if (issue === undefined || returnRequest?.refundedAt) return { deadlines: [], missing: [] };
  const country = order?.shipTo || customer?.country || undefined;
  const status = statusOf(caseFile);
  const { floors, duties } = lateFacts(context);
  const about = floors.filter(
    ({ value }) =>
      value.issues.includes(issue) &&
      (value.countries === undefined || (country !== undefined && value.countries.includes(country))) &&
      concerns(value, ticket?.marketplace ?? undefined, status) &&
      !hasHappened(value.overdue, caseFile, status) &&
      !allExcepted(value, caseFile),
  );
  if (about.length === 0) return { deadlines: [], missing: [] };
  const reading = returnContext(caseFile, context);
  const deadlines: BindingDeadline[] = [];
  const missing: string[] = [];
  for (const fact of about) {
    const dated = datedBy(fact.value);
    const due = dueDay(fact.value.overdue, caseFile, reading);
    if (readInstant(dated === "order.placedAt" ? order?.placedAt : ticket?.createdAt) === undefined) missing.push(dated);
    else if (due === undefined) missing.push(fact.value.overdue.within.from);
    else if (due !== null && isOfCase(fact, caseFile, context)) {
      addHolidays(missing, fact.value.overdue, due, reading);
      deadlines.push(dueDeadline(fact, due, context));
      if (!isExcused(fact.value.overdue, status)) deadlines.push(...furtherDeadline(fact, due, caseFile, reading, context));
      if (returnRequest && isOwed(fact, caseFile, status, context))
        deadlines.push(...duties.flatMap((duty) => refundDeadline(duty, fact, due, caseFile, reading, context, missing)));
    }
  }
  return { deadlines, missing };
}

/** As the carrier says, else at the latest event. */
function statusOf({ shipment }: CaseFile): unknown {
  return shipment?.status && shipment.status !== "unknown" ? shipment.status : latest(shipment)?.status;
}

function isOwed({ value: { overdue } }: LateFact, caseFile: CaseFile, status: unknown, context: Context): boolean {
  return !isSurelyNotLate(overdue, caseFile, status, context.now) && isLate(overdue, caseFile, context) === true;
}

function areaOf({ value }: LateFact): "law" | "marketplace" {
  return value.countries === undefined ? "marketplace" : "law";
}

function dueDeadline(fact: LateFact, { at, on, from }: DueDay, { now }: Context): BindingDeadline {
  const { id, source, confidence, value } = fact;
  const { because, overdue } = value;
  const { further, awaits } = overdue;
  const what =
    further === undefined ? "may cancel for all the money" : "may grant a last time, and then end the contract for all the money";
  const onSilence = `the buyer of what hasn't ${awaits === "shipment" ? "left" : "come"} ${what}`;
  return bindingDeadline({
    kind: kindOf(id),
    at,
    on,
    now,
    area: areaOf(fact),
    owedBy: "seller",
    from,
    because,
    source,
    confidence,
    fact: id,
    onSilence,
  });
}

/** Nobody grants more time before the day is over. */
function furtherDeadline(fact: LateFact, due: DueDay, caseFile: CaseFile, reading: ReturnContext, { now }: Context): BindingDeadline[] {
  const further = now < due.at ? undefined : furtherDay(fact.value.overdue, due, caseFile, reading);
  if (further === undefined) return [];
  const { id, source, confidence, value } = fact;
  return [
    bindingDeadline({
      kind: `${kindOf(id)}_further`,
      ...further,
      now,
      because: value.because,
      source,
      confidence,
      area: areaOf(fact),
      owedBy: "seller",
      fact: id,
      onSilence: "the buyer may end the contract, and gets all the money back",
    }),
  ];
}

/** From when the buyer asked for the money, or from when it could be asked for, whichever is later. */
function refundDeadline(
  duty: RefundDutyFact,
  fact: LateFact,
  due: DueDay,
  caseFile: CaseFile,
  reading: ReturnContext,
  { now, zones }: Context,
  missing: string[],
): BindingDeadline[] {
  const { id, value, source, confidence } = duty;
  const placed = readInstant(caseFile.order?.placedAt) ?? now;
  if (!value.under.includes(fact.id) || !isInForce(duty, placed, zones)) return [];
  if ("businessDays" in value.within) addUnlisted(missing, reading);
  const { asked } = reading;
  const stands = furtherDay(fact.value.overdue, due, caseFile, reading) ?? due;
  const isLater = asked.at >= stands.at;
  const { at, on } = endOfSpan(isLater ? asked.at : stands.at, value.within, reading.clocks, reading.holidays);
  return [
    bindingDeadline({
      kind: kindOf(id),
      at,
      on,
      now,
      because: value.because,
      source,
      confidence,
      from: isLater ? [asked.from] : [...stands.from],
      area: areaOf(fact),
      owedBy: "seller",
      fact: id,
      onSilence: "the seller is in default of the refund",
    }),
  ];
}
