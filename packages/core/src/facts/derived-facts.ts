import { requireObject } from "../errors/require-argument.js";
import { readInstant } from "../time/parse-instant.js";
import { zoneOfCountry } from "../time/zone-of-country.js";
import { localTimeOf } from "../time/zoned-time.js";
import type { CaseFile } from "../model/case-file.js";
import { booleanFact, numberFact, textFact, wordFact } from "./define-fact.js";
import type { FactCatalogue } from "./fact-definition.js";
import { moneyRatio } from "./money-ratio.js";
import { shipmentStatuses } from "../model/words.js";

const dayMilliseconds = 86_400_000;

/**
 * Whole days in transit: from `shippedAt` to `deliveredAt`, or to now.
 *
 * @example
 * import { daysInTransit } from "@amends/core/facts";
 * daysInTransit({ shipment: { shippedAt: "2026-01-17T10:00:00Z" } }, Date.UTC(2026, 2, 3, 15)); // => 45
 */
export function daysInTransit(caseFile: CaseFile, now: number): number | undefined {
  requireObject(caseFile, "caseFile");
  const shipped = instantOf(caseFile.shipment?.shippedAt);
  return shipped === undefined ? undefined : wholeDays((instantOf(caseFile.shipment?.deliveredAt) ?? now) - shipped);
}

/**
 * Days in transit over the lane's average, not rounded.
 *
 * @example
 * import { transitRatio } from "@amends/core/facts";
 * transitRatio({ shipment: { shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 } }, Date.UTC(2026, 2, 3, 15)); // => 3.75
 */
export function transitRatio(caseFile: CaseFile, now: number): number | undefined {
  const days = daysInTransit(caseFile, now);
  const average = caseFile.shipment?.laneAverageDays;
  return days === undefined || average === undefined || average === null ? undefined : days / average;
}

/** What core derives from every case. */
export const derivedFacts = {
  now: textFact({
    description: "The instant the case is decided at, in UTC.",
    example: "2026-03-03T15:00:00Z",
  }),
  "customer.localTime": textFact({
    description: "The time of day where the customer is.",
    example: "23:30",
    unit: "HH:MM",
    derive: ({ customer }, { now, zones }) => {
      const zone = customer?.zone || zoneOfCountry(customer?.country ?? "", zones);
      return zone === undefined ? undefined : localTimeOf(now, zone, zones).slice(0, 5);
    },
  }),
  "shipment.daysInTransit": numberFact({
    description: "Whole days from shipping to delivery, or to now.",
    example: 45,
    unit: "days",
    derive: (caseFile, { now }) => daysInTransit(caseFile, now),
  }),
  "shipment.transitRatio": numberFact({
    description: "Days in transit over the lane's average.",
    example: 1.3,
    unit: "ratio",
    derive: (caseFile, { now }) => transitRatio(caseFile, now),
  }),
  "shipment.daysPastPromise": numberFact({
    description: "Whole days from the promised date to delivery, or to now; negative while it is still in time.",
    example: 10,
    unit: "days",
    derive: ({ shipment }, { now }) => {
      const promised = instantOf(shipment?.promisedAt);
      return promised === undefined ? undefined : wholeDays((instantOf(shipment?.deliveredAt) ?? now) - promised);
    },
  }),
  "shipment.delivered": booleanFact({
    description: "Whether the parcel was delivered.",
    example: false,
    derive: ({ shipment }) =>
      shipment === undefined || shipment === null
        ? undefined
        : instantOf(shipment.deliveredAt) !== undefined || standing(shipment)?.status === "delivered",
  }),
  "shipment.status": wordFact(shipmentStatuses, {
    description: "Where the parcel stands: as its carrier says, else at its latest event.",
    example: "in_transit",
    derive: ({ shipment }) => standing(shipment)?.status,
  }),
  "shipment.reason": textFact({
    description: "The reason why it stands there.",
    example: "inspection",
    derive: ({ shipment }) => standing(shipment)?.reason ?? undefined,
  }),
  "claim.toOrderRatio": numberFact({
    description: "The amount claimed over the order's total, by the case's rates where their currencies differ.",
    example: 1.5,
    unit: "ratio",
    derive: ({ claim, order, rates }, sources) => moneyRatio(claim?.amount, order?.total, rates, sources),
  }),
  "customer.claimRatio": numberFact({
    description: "Claims, or complaints where there are more, over orders.",
    example: 0.25,
    unit: "ratio",
    derive: ({ customer }) => {
      const claims = claimCount(customer);
      const orders = customer?.orders ?? undefined;
      return claims === undefined || orders === undefined || orders === 0 ? undefined : claims / orders;
    },
  }),
} satisfies FactCatalogue;

/**
 * Claims on record, or complaints where there are more; `undefined` where nobody counted.
 *
 * @example
 * import { claimCount } from "@amends/core/facts";
 * claimCount({ complaints: 3, claims: [{ at: "2026-01-01T00:00:00Z" }] }); // => 3
 */
export function claimCount(customer: CaseFile["customer"]): number | undefined {
  const counts = [customer?.complaints, customer?.claims?.length].filter((known) => known !== undefined && known !== null);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/**
 * The event of a shipment that happened last; later in the list wins where the times are equal or unknown.
 *
 * @example
 * import { latest } from "@amends/core/facts";
 * const events = [{ at: "2026-01-28T02:00:00Z", status: "customs" }, { at: "2026-01-17T10:00:00Z", status: "picked_up" }] as const;
 * latest({ events: [...events] })?.status; // => "customs"
 */
export function latest(shipment: CaseFile["shipment"]) {
  const when = (event: { at?: string | null | undefined; local?: string | null | undefined }) =>
    readInstant(event.at ?? "") ?? readInstant(`${event.local ?? ""}Z`);
  const events = shipment?.events ?? [];
  let last = events[0];
  for (let index = 1; index < events.length; index += 1) {
    const event = events[index];
    if (event !== undefined && (last === undefined || (when(event) ?? Infinity) >= (when(last) ?? -Infinity))) last = event;
  }
  return last;
}

/** Where a parcel stands: what its carrier says of it as a whole, else its latest event. */
function standing(shipment: CaseFile["shipment"]) {
  const { status, reason } = shipment ?? {};
  return status && status !== "unknown" ? { status, reason } : latest(shipment);
}

function instantOf(value: string | null | undefined): number | undefined {
  return value === undefined || value === null || value === "" ? undefined : readInstant(value);
}

function wholeDays(milliseconds: number): number {
  return Math.floor(milliseconds / dayMilliseconds);
}
