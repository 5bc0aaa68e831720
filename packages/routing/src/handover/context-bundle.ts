import { daysInTransit, latest } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import type { Instant } from "@amends/core/time";

type Values = Readonly<Record<string, unknown>>;

/** What the receiver is handed, so that nobody asks the customer again: only what the case holds, always in the same order. */
export function contextBundle(caseFile: CaseFile, now: Instant): Record<string, unknown> {
  const { customer, order, shipment, claim, classification, risk, history, payouts, bot, sla, ticket } = caseFile;
  const banded = risk !== undefined && risk !== null && "band" in risk ? risk : undefined;
  const bundle = part(undefined, [], {
    customer: part(customer, ["id", "name", "country", "zone", "language", "orders", "complaints", "vip", "since"]),
    order: part(order, ["id", "total", "placedAt", "shipTo", "paymentMethod"], {
      items: parts(order?.items, ["sku", "title", "productLine", "quantity", "price"]),
    }),
    shipment: part(shipment, ["lane", "carrier", "trackingNumber", "shippedAt", "promisedAt", "deliveredAt", "proof", "laneAverageDays"], {
      daysInTransit: shipment ? daysInTransit(caseFile, now) : undefined,
      lastEvent: part(shipment ? latest(shipment) : undefined, ["at", "local", "status", "reason", "place"]),
    }),
    claim: part(claim, ["issueType", "amount", "expectation", "photos"]),
    classification: part(
      classification,
      ["stage", "issueType", "sentiment", "intensity", "urgency", "complexity", "isComplaint", "highPriorityReasons", "signals"],
      { extracted: part(classification?.extracted, ["days", "orderIds", "trackingNumbers", "amounts", "dates"]) },
    ),
    evidence: parts(classification?.evidence, ["label", "phrase"]),
    risk: part(banded, ["band", "score", "humanReview", "churn"], {
      askFor: banded?.evidence,
      reasons: parts(banded?.reasons, ["code", "agent"]),
    }),
    firstResponseDueAt: sla?.firstResponse?.dueAt,
    attachments: ticket?.attachments?.length,
    contacts: parts(history?.contacts, ["at", "channel", "summary"]),
    repliesSent: parts(history?.repliesSent, ["template", "at"]),
    noticesSent: parts(history?.noticesSent, ["kind", "at"]),
    payouts: parts(payouts, ["at", "remedy", "amount"]),
    bot: part(bot, ["failed", "reason", "tried"]),
    escalation: part(ticket?.escalation, ["from", "by", "at", "reason", "tried"]),
    asked: [...parts(bot?.asked, ["question", "answer"]), ...parts(ticket?.escalation?.asked, ["question", "answer"])],
  });
  return bundle ?? {};
}

/** The named values of an object and some computed ones, where they exist; `undefined` where none does. */
function part(source: object | null | undefined, keys: readonly string[], computed: Values = {}): Values | undefined {
  const held = (source ?? {}) as Values;
  const values: Record<string, unknown> = {};
  let found = false;
  for (const key of keys) {
    if (!Object.hasOwn(held, key) || !isKnown(held[key])) continue;
    values[key] = held[key];
    found = true;
  }
  for (const key of Object.keys(computed)) {
    if (!isKnown(computed[key])) continue;
    values[key] = computed[key];
    found = true;
  }
  return found ? values : undefined;
}

/** The same of each member of a list; members without any such value are left out. */
function parts(sources: readonly object[] | null | undefined, keys: readonly string[]): readonly Values[] {
  return (sources ?? []).map((source) => part(source, keys)).filter((values) => values !== undefined);
}

/** Nothing, null, empty texts and empty lists are what nobody knows. */
function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
