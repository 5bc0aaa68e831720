/**
 * What tells where somebody lives: the figures of a lane, and how long a parcel took, which is longest to the countries that are far
 * or poorly served. It may speak for the customer, never against. The promise is the seller's own for this very order, so that
 * `shipment.daysPastPromise` tells no country.
 */
export const laneSignals: ReadonlySet<string> = new Set([
  "shipment.laneLossAboveAverage",
  "shipment.transitRatio",
  "shipment.daysInTransit",
]);

/** Why a rule that adds points may not read one. */
export const laneMayOnlyLower = "what a lane does may only lower the score";
