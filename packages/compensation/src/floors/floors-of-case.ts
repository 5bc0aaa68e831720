import type { CaseFile, IssueType } from "@amends/core/model";
import { isInForce } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant } from "@amends/core/time";
import { endOfSpan } from "../deadlines/end-of-span.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { isSurelyInForce } from "../packs/sure-dates.js";
import { canBeCounted, latestSure } from "./can-be-counted.js";
import { allExcepted, concerns, datedBy } from "./concerns.js";
import { declaredAt } from "./declared-at.js";
import { returnContext } from "../returns/return-context.js";
import type { ReturnRight } from "../returns/return-fact.js";
import { isSurelyOpen, isWindowOpen } from "../returns/window-end.js";
import { wouldTell } from "./has-happened.js";
import { isLate, isSurelyNotLate } from "./lateness.js";
import { sureFloor } from "./sure-floor.js";
import { floorsByIssue, type FloorFact, type StatutoryFloor } from "./statutory-pack.js";

/** The floors under an offer, and the facts without which others can't be told. */
export interface CaseFloors {
  readonly floors: readonly FloorFact[];
  readonly missing: readonly string[];
}

const none: CaseFloors = { floors: [], missing: [] };

/** What law and marketplace leave no choice about in this case. Law goes by the date of the order, a marketplace's terms by the ticket's. */
export function floorsOfCase(
  caseFile: CaseFile,
  issue: IssueType,
  status: unknown,
  context: Context,
  catalogue?: RemedyCatalogue,
): CaseFloors {
  const facts = floorsByIssue(context.packs["statutoryRemedies"], catalogue, context.zones).get(issue);
  if (facts === undefined) return none;
  const country = caseFile.order?.shipTo || caseFile.customer?.country || undefined;
  const candidates = facts.in(country);
  if (candidates.length === 0) return none;
  const marketplace = caseFile.ticket?.marketplace ?? undefined;
  const floors: FloorFact[] = [];
  const missing: string[] = [];
  for (let index = 0; index < candidates.length; index += 1) {
    const fact = candidates[index] as FloorFact;
    if (!concerns(fact.value, marketplace, status)) continue;
    const { overdue } = fact.value;
    if (overdue !== undefined && isSurelyNotLate(overdue, caseFile, status, context.now)) continue;
    if (allExcepted(fact.value, caseFile)) continue;
    const dated = datedBy(fact.value);
    const at = startOf(dated, caseFile);
    if (at === undefined) missing.push(dated);
    else if (isSurelyInForce(sureFloor(fact), at) || isInForce(fact, at, context.zones)) {
      const runs = stillRuns(fact, caseFile, status, context);
      const standing = runs === true && overdue !== undefined ? isLate(overdue, caseFile, context) : runs;
      if (standing === true) {
        floors.push(fact);
        const telling = overdue === undefined ? undefined : wouldTell(overdue, status);
        if (telling !== undefined) missing.push(telling);
      } else if (standing !== false) missing.push(...standing);
    }
  }
  return { floors, missing };
}

/**
 * Whether the right was declared before the period ran out, in the buyer's calendar, or before it began where that may be; what would tell where the case doesn't: the date it
 * runs from, or, where only some of the possible calendars and periods are over, what decides between them.
 */
function stillRuns(fact: FloorFact, caseFile: CaseFile, status: unknown, context: Context): boolean | readonly string[] {
  const { within } = fact.value;
  if (within === undefined) return true;
  const from = startOf(within.from, caseFile);
  if (from === undefined) return (within.evenWhile as readonly unknown[] | undefined)?.includes(status) === true || [within.from];
  const { span } = within;
  const asked = { at: declaredAt(caseFile, context.now), from: within.from };
  if (asked.at < from + sureFloor(fact).runsFor && from < latestSure && canBeCounted(caseFile, context)) return true;
  const { country, zone, clocks, holidays } = returnContext(caseFile, context);
  const window = windowOf(within);
  if (window === undefined) return asked.at < endOfSpan(from, span, clocks, holidays).at;
  const judging = { caseFile, country, zone, clocks, asked, holidays };
  if (isSurelyOpen(window, judging)) return true;
  const { open, missing } = isWindowOpen(window, judging);
  return open ?? missing;
}

type Within = NonNullable<StatutoryFloor["within"]>;

const windows = new WeakMap<Within, ReturnRight["window"]>();

/** A period as the window of a right, made once; undefined for one of hours, or from a start that no right has. */
function windowOf(within: Within): ReturnRight["window"] | undefined {
  const before = windows.get(within);
  if (before !== undefined) return before;
  const { span, uninformed, endsOnWorkingDay } = within;
  const from = starts[within.from];
  if (from === undefined || "hours" in span || (uninformed !== undefined && "hours" in uninformed)) return undefined;
  const window = {
    from,
    within: span,
    ...(endsOnWorkingDay === undefined ? {} : { endsOnWorkingDay }),
    ...(uninformed === undefined ? {} : { uninformed }),
  };
  windows.set(within, window);
  return window;
}

/** What a window calls it. */
const starts: Readonly<Partial<Record<Within["from"], ReturnRight["window"]["from"]>>> = {
  "order.placedAt": "contract",
  "shipment.shippedAt": "shipment",
  "shipment.promisedAt": "promised_delivery",
  "shipment.deliveredAt": "delivery",
};

function startOf(name: Within["from"], { ticket, order, shipment }: CaseFile): Instant | undefined {
  switch (name) {
    case "ticket.createdAt":
      return readInstant(ticket?.createdAt);
    case "order.placedAt":
      return readInstant(order?.placedAt);
    case "shipment.shippedAt":
      return readInstant(shipment?.shippedAt);
    case "shipment.promisedAt":
      return readInstant(shipment?.promisedAt);
    case "shipment.deliveredAt":
      return readInstant(order?.lastDeliveredAt) ?? readInstant(shipment?.deliveredAt);
  }
}
