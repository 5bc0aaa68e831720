import type { CaseFile } from "@amends/core/model";
import { itemsUnderReturn } from "../returns/items-under-return.js";
import type { StatutoryFloor } from "./statutory-pack.js";

/** The date that picks a floor: law goes by that of the order, a marketplace's terms by the ticket's. */
export function datedBy({ countries }: StatutoryFloor): "ticket.createdAt" | "order.placedAt" {
  return countries === undefined ? "ticket.createdAt" : "order.placedAt";
}

/** Whether a floor is about a marketplace, and where the parcel stands. */
export function concerns(floor: StatutoryFloor, marketplace: string | undefined, status: unknown): boolean {
  if (floor.marketplaces !== undefined && (marketplace === undefined || !floor.marketplaces.includes(marketplace))) return false;
  return floor.statuses === undefined || (floor.statuses as readonly unknown[]).includes(status);
}

/** Whether every item at issue is excepted; what nobody states of an item excepts it from nothing. */
export function allExcepted(floor: StatutoryFloor, caseFile: CaseFile): boolean {
  const { exceptions, conditions } = floor;
  if ((exceptions === undefined || exceptions.length === 0) && (conditions === undefined || conditions.length === 0)) return false;
  // Without items the order is one, of which nothing is stated.
  if (!caseFile.order?.items?.length && !caseFile.returnRequest?.items?.length) return false;
  return areAllExcepted(floor, caseFile);
}

function areAllExcepted({ exceptions, conditions }: StatutoryFloor, caseFile: CaseFile): boolean {
  return itemsUnderReturn(caseFile).every(
    ({ traits, opened, used, complete }) =>
      exceptions?.some(({ trait, onceOpened }) => traits?.includes(trait) === true && (onceOpened !== true || opened === true)) ||
      conditions?.some((condition) => (condition === "unused" ? used === true : complete === false)),
  );
}
