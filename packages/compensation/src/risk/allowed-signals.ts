import { riskFacts } from "./facts.js";

/**
 * What a risk policy may look at; a policy that reads anything else does not load.
 *
 * The list names what is allowed rather than what is not, so that a key the case file gains later is no signal until somebody
 * decides that it may be one. Left out are protected attributes and what stands for them:
 * language, country, zone, name and e-mail address of the customer and every text they wrote (a language and an origin show in
 * all of them); destination, lane, carrier, place and tracking number of the parcel, and averages of the lane (each tells a
 * country; lane losses and the days a parcel took may only lower a score); marketplace, payment method, gateway and exchange
 * rates (many belong to one country); items (sizes and categories tell gender and age); agents, notices and replies (they carry
 * languages); objects and lists whose parts a path could reach.
 */
const ofTheCase: readonly string[] = [
  "now",
  "ticket.createdAt",
  "ticket.status",
  "customer.orders",
  "customer.complaints",
  "customer.vip",
  "customer.since",
  "customer.claimRatio",
  "customer.links.confirmedAbuser",
  "customer.links.accounts",
  "order.total",
  "order.placedAt",
  "shipment.shippedAt",
  "shipment.promisedAt",
  "shipment.deliveredAt",
  "shipment.proof",
  "shipment.daysInTransit",
  "shipment.transitRatio",
  "shipment.daysPastPromise",
  "shipment.delivered",
  "shipment.status",
  "claim.issueType",
  "claim.amount",
  "claim.expectation",
  "claim.photos",
  "claim.toOrderRatio",
  "peers.similarOrders",
  "peers.withSameIssue",
  "bot.failed",
  "classification.stage",
  "classification.issueType",
  "classification.sentiment",
  "classification.intensity",
  "classification.urgency",
  "classification.complexity",
  "classification.isComplaint",
  "classification.signals",
  "risk.score",
  "risk.band",
];

/** The facts a score may be made of. */
export const allowedSignals: ReadonlySet<string> = new Set([...ofTheCase, ...Object.keys(riskFacts)]);
