/** What is made of the figures of a lane, which tells where somebody lives: it may speak for the customer, never against. */
export const laneSignals: ReadonlySet<string> = new Set(["shipment.laneLossAboveAverage", "shipment.transitRatio"]);
