import type { CaseFile, IssueType } from "@amends/core/model";
import { factsInForce } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant } from "@amends/core/time";
import { addSpan } from "../deadlines/add-span.js";
import { declaredAt } from "./declared-at.js";
import { itemsUnderReturn } from "../returns/items-under-return.js";
import { floorsByIssue, type FloorFact, type StatutoryFloor } from "./statutory-pack.js";

/** The floors under an offer, and the facts without which others can't be told. */
export interface CaseFloors {
  readonly floors: readonly FloorFact[];
  readonly missing: readonly string[];
}

const none: CaseFloors = { floors: [], missing: [] };

/** What law and marketplace leave no choice about in this case. Law goes by the date of the order, a marketplace's terms by the ticket's. */
export function floorsOfCase(caseFile: CaseFile, issue: IssueType, status: unknown, context: Context): CaseFloors {
  const candidates = floorsByIssue(context.packs["statutoryRemedies"]).get(issue);
  if (candidates === undefined) return none;
  const country = caseFile.order?.shipTo ?? caseFile.customer?.country ?? undefined;
  const marketplace = caseFile.ticket?.marketplace ?? undefined;
  const floors: FloorFact[] = [];
  const missing: string[] = [];
  for (const fact of candidates) {
    if (!concerns(fact.value, country, marketplace, status) || allExcepted(fact.value, caseFile)) continue;
    const dated = fact.value.countries === undefined ? "ticket.createdAt" : "order.placedAt";
    const at = startOf(dated, caseFile);
    if (at === undefined) missing.push(dated);
    else if (inForce(fact, at, context)) {
      const standing = stillRuns(fact.value, caseFile, fact.zone, context);
      if (standing === true) floors.push(fact);
      else if (standing !== false) missing.push(standing);
    }
  }
  return { floors, missing };
}

function concerns(floor: StatutoryFloor, country: string | undefined, marketplace: string | undefined, status: unknown): boolean {
  if (floor.countries !== undefined && (country === undefined || !floor.countries.includes(country))) return false;
  if (floor.marketplaces !== undefined && (marketplace === undefined || !floor.marketplaces.includes(marketplace))) return false;
  return floor.statuses === undefined || floor.statuses.some((each) => each === status);
}

/** Whether every item at issue is excepted; what nobody states of an item excepts it from nothing. */
function allExcepted({ exceptions = [], conditions = [] }: StatutoryFloor, caseFile: CaseFile): boolean {
  if (exceptions.length === 0 && conditions.length === 0) return false;
  return itemsUnderReturn(caseFile).every(
    ({ traits, opened, used, complete }) =>
      exceptions.some(({ trait, onceOpened }) => traits?.includes(trait) === true && (onceOpened !== true || opened === true)) ||
      conditions.some((condition) => (condition === "unused" ? used === true : complete === false)),
  );
}

function inForce(fact: FloorFact, at: Instant, { zones }: Context): boolean {
  return factsInForce({ pack: "one", version: "1.0.0", facts: [fact] }, at, zones).length > 0;
}

/** Whether the right was declared before the period ran out; the name of the date it runs from where the case lacks it. */
function stillRuns({ within }: StatutoryFloor, caseFile: CaseFile, zone: string | undefined, { now, zones }: Context): boolean | string {
  if (within === undefined) return true;
  const from = startOf(within.from, caseFile);
  if (from === undefined) return within.from;
  return declaredAt(caseFile, now) < addSpan(from, within.span, caseFile.customer?.zone ?? zone ?? "UTC", zones);
}

function startOf(name: NonNullable<StatutoryFloor["within"]>["from"], { ticket, order, shipment }: CaseFile): Instant | undefined {
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
      return readInstant(shipment?.deliveredAt);
  }
}
