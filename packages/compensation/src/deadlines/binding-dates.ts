import type { BindingDate, CarrierClaim, CaseFile } from "@amends/core/model";
import type { FiredRule } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { formatInstant, readInstant, type Instant } from "@amends/core/time";
import { disputeCase } from "../dispute/dispute-case.js";
import { endOfVenueSpan } from "../dispute/end-of-venue-span.js";
import { allExcepted } from "../floors/concerns.js";
import { addHolidays } from "../floors/add-holidays.js";
import { dueDay } from "../floors/due-day.js";
import { hasHappened } from "../floors/has-happened.js";
import { lateFact } from "../floors/late-facts.js";
import { addOnce } from "../returns/add-once.js";
import { returnContext, type ReturnContext } from "../returns/return-context.js";
import { windowEnd } from "../returns/window-end.js";
import { endOfSpan } from "./end-of-span.js";
import { factSpan, type FactSpan } from "./fact-span.js";
import type { Span } from "./span.js";
import { firstStart } from "./start-of.js";

/** A deadline rule that fired: with a span of its own, or with the fact of a pack that has it. */
export type DeadlineRule = FiredRule<{
  readonly type: "deadline";
  readonly params: {
    readonly kind: string;
    readonly from?: string | undefined;
    readonly within?: Span | undefined;
    readonly fact?: string | undefined;
  };
}>;

/**
 * The dates that bind a case, earliest first: those of the rules that fired, and the carrier's filing deadline. Days end as
 * they do for `bindingDeadlines`: those of rights by law and marketplace as their packs say, such as on a working day, in the buyer's
 * calendar; where the zone isn't known, each date is the earliest it can be. A rule whose start nobody knows, or whose fact holds
 * nothing on the case's date, yields none; `missing` names the start, or the fact. Nobody is late any more with what left, came or was
 * refunded.
 */
export function bindingDates(
  rules: readonly DeadlineRule[],
  readFact: (fact: string) => unknown,
  carrierClaim: CarrierClaim | null,
  caseFile: CaseFile,
  context: Context,
): { deadlines: BindingDate[]; missing: string[] } {
  const missing: string[] = [];
  const deadlines: BindingDate[] = [];
  /** When each of them is. */
  const instants: Instant[] = [];
  let calendar: ReturnContext | undefined;
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index] as DeadlineRule;
    const { kind, from, within, fact } = rule.event.params;
    if (fact !== undefined) {
      const span = factSpan(fact, caseFile, context);
      const late = span === undefined ? lateFact(fact, caseFile, context) : undefined;
      if (late !== undefined) {
        const { overdue } = late.value;
        if (hasHappened(overdue, caseFile, readFact("shipment.status")) || allExcepted(late.value, caseFile)) continue;
        if (caseFile.returnRequest?.refundedAt) continue;
        const due = dueDay(overdue, caseFile, (calendar ??= returnContext(caseFile, context)));
        addHolidays(missing, overdue, due, calendar);
        if (due === undefined) missing.push(overdue.within.from);
        else if (due !== null) {
          const source = rule.source ?? late.source;
          insert(deadlines, instants, due.at, {
            kind,
            at: formatInstant(due.at),
            source,
            because: rule.because ?? late.value.because,
            fact,
          });
        }
        continue;
      }
      const start = span === undefined ? { missing: `packs.${fact}` } : firstStart(caseFile, span.from);
      if (span === undefined || "missing" in start) {
        if ("missing" in start) missing.push(start.missing);
        continue;
      }
      const { window } = span;
      const at =
        window === null
          ? endAtVenue(span, start.at, caseFile, context, missing)
          : windowEnd(window, (calendar ??= returnContext(caseFile, context)));
      if (at === undefined || at === null) continue;
      const source = rule.source ?? span.source;
      insert(deadlines, instants, at, { kind, at: formatInstant(at), source, because: rule.because ?? span.because, fact });
      continue;
    }
    const start = from === undefined ? undefined : readInstant(readFact(from));
    if (start === undefined || within === undefined) {
      if (from !== undefined) missing.push(from);
      continue;
    }
    const { clocks, holidays } = (calendar ??= returnContext(caseFile, context));
    const { at } = endOfSpan(start, within, clocks, holidays);
    const source = rule.source ?? `${rule.policy} ${rule.version}`;
    insert(deadlines, instants, at, { kind, at: formatInstant(at), source, because: rule.because ?? rule.rule });
  }
  if (carrierClaim?.fileBy && carrierClaim.source !== null) {
    const because = `the claim with ${carrierClaim.carrier} must be filed by then`;
    const { fileBy, source } = carrierClaim;
    insert(deadlines, instants, readInstant(fileBy) as Instant, { kind: "carrier_claim", at: fileBy, source, because });
  }
  return { deadlines, missing };
}

/** Puts a date behind those that are no later: a case has few, and to put one in its place is quicker than to sort them all. */
function insert(deadlines: BindingDate[], instants: Instant[], at: Instant, next: BindingDate): void {
  let place = deadlines.length;
  deadlines.push(next);
  instants.push(at);
  for (; place > 0 && (instants[place - 1] as Instant) > at; place -= 1) {
    deadlines[place] = deadlines[place - 1] as BindingDate;
    instants[place] = instants[place - 1] as Instant;
  }
  deadlines[place] = next;
  instants[place] = at;
}

function endAtVenue({ within, countries }: FactSpan, start: Instant, caseFile: CaseFile, context: Context, missing: string[]): Instant {
  const { at, missing: holidays } = endOfVenueSpan(start, within, countries, disputeCase(caseFile).country, caseFile, context);
  for (const name of holidays) addOnce(missing, name);
  return at;
}
