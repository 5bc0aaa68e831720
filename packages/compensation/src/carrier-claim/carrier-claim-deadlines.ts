import { requireObject } from "@amends/core/errors";
import { carrierClaimReasons, type CarrierClaimReason, type CaseFile } from "@amends/core/model";
import { contextFor, type Context } from "@amends/core/stage";
import { addDays, instantOf, localDateOf, readInstant, type Instant } from "@amends/core/time";
import { bindingDeadline, type BindingDeadline, type DeadlinesFound } from "../deadlines/binding-deadline.js";
import { readCase } from "../read-case.js";
import { assess } from "./assess-carrier-claim.js";
import settings from "./claim-settings.json" with { type: "json" };

/**
 * The dates of a case's claim with the carrier: by when it is filed, by when the carrier's question is answered, and when to ask a
 * carrier that says nothing. A claim that was filed has no filing date any more, a closed one none at all.
 *
 * @throws {InvalidCaseError} where the case can't be read, and {AmendsError} of code `pack_invalid` where the pack can't.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { carrierClaimDeadlines } from "@amends/compensation/carrier-claim";
 * const { deadlines } = carrierClaimDeadlines({
 *   now: "2026-02-05T09:00:00Z",
 *   claim: { issueType: "logistics_not_received" },
 *   shipment: { carrier: "fedex", shippedAt: "2026-01-17T10:00:00Z" },
 *   carrierClaim: { number: "CC-7", reason: "lost", state: "filed", history: [{ state: "filed", at: "2026-02-03T10:00:00Z" }] },
 * });
 * deadlines.map(({ kind, at }) => [kind, at]); // => [["carrier_claim_chase", "2026-02-17T00:00:00Z"]]
 */
export function carrierClaimDeadlines(caseFile: CaseFile, given: Partial<Context> = {}): DeadlinesFound {
  requireObject(given, "given");
  const read = readCase(caseFile, given.zones);
  return deadlinesOfClaim(read, contextFor(read, given));
}

/** The dates of the claim of a case that was read. */
export function deadlinesOfClaim(caseFile: CaseFile, context: Context): DeadlinesFound {
  const { carrierClaim } = caseFile;
  const state = carrierClaim?.state ?? carrierClaim?.history?.at(-1)?.state ?? "draft";
  const reason = reasonOf(caseFile);
  switch (state) {
    case "draft":
      return reason === undefined ? { deadlines: [], missing: [] } : filing(caseFile, reason, context);
    case "info_requested":
      return { deadlines: [...question(caseFile, context)], missing: carrierClaim?.dueAt ? [] : ["carrierClaim.dueAt"] };
    case "filed":
    case "acknowledged":
    case "approved":
    case "appealed":
      return chase(caseFile, state, context);
    case "rejected":
    case "paid":
    case "closed":
      return { deadlines: [], missing: [] };
  }
}

/** What the claim says, what was decided to claim, or where the parcel stands. */
function reasonOf({ carrierClaim, remedies, shipment }: CaseFile): CarrierClaimReason | undefined {
  const decided = remedies !== undefined && remedies !== null && !("undecided" in remedies) ? remedies.carrierClaim?.reason : undefined;
  const stands =
    shipment?.status === "lost" || shipment?.status === "destroyed" ? "lost" : shipment?.status === "damaged" ? "damaged" : undefined;
  return carrierClaimReasons.find((reason) => reason === (carrierClaim?.reason ?? decided ?? stands));
}

function filing(caseFile: CaseFile, reason: CarrierClaimReason, context: Context): DeadlinesFound {
  const assessed = assess(caseFile, { reason }, context);
  const { carrier, by, liability } = assessed;
  const ofMoney = ["order.total", ...liability.missing];
  const missing = assessed.missing.filter((key) => !key.startsWith("rates.") && !ofMoney.includes(key));
  if (by === null) return { deadlines: [], missing };
  const money = liability.limit === null ? "" : `, up to ${liability.limit.amount} ${liability.limit.currency}`;
  const deadline = bindingDeadline({
    kind: "carrier_claim",
    at: readInstant(by.at) as Instant,
    on: by.on,
    now: context.now,
    area: "carrier",
    owedBy: "seller",
    from: [by.from],
    because: by.because,
    source: by.source,
    confidence: by.confidence,
    fact: by.fact,
    onSilence: `${carrier ?? "the carrier"} owes nothing any more${money}`,
  });
  return { deadlines: [deadline], missing };
}

function question({ carrierClaim, shipment }: CaseFile, { now }: Context): BindingDeadline[] {
  const at = readInstant(carrierClaim?.dueAt);
  if (at === undefined) return [];
  const carrier = carrierClaim?.carrier || shipment?.carrier || "the carrier";
  return [
    bindingDeadline({
      kind: "carrier_claim_information",
      at,
      now,
      area: "carrier",
      owedBy: "seller",
      because: `${carrier} asked for information and named this date`,
      source: "carrierClaim.dueAt",
      confidence: "A",
      onSilence: `${carrier} may reject the claim`,
    }),
  ];
}

function chase({ carrierClaim, shipment }: CaseFile, state: string, { now, zones }: Context): DeadlinesFound {
  const since = readInstant(carrierClaim?.history?.at(-1)?.at);
  if (since === undefined) return { deadlines: [], missing: ["carrierClaim.history"] };
  const { value: days, source, because } = settings.chaseAfterDays;
  const at = instantOf(addDays(localDateOf(since, "UTC", zones), days), "00:00", "UTC", zones);
  const carrier = carrierClaim?.carrier || shipment?.carrier || "the carrier";
  const deadline = bindingDeadline({
    kind: "carrier_claim_chase",
    at,
    now,
    area: "carrier",
    owedBy: "seller",
    nature: "opens",
    from: [`carrierClaim.history.${state}`],
    because: `${carrier} said nothing for ${days} days: ask. ${because}`,
    source,
  });
  return { deadlines: [deadline], missing: [] };
}
