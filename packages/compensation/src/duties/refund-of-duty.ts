import { requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { multiplyMoney } from "@amends/core/money";
import { contextFor, type Context } from "@amends/core/stage";
import { localDateOf } from "@amends/core/time";
import { addPeriod } from "../returns/local-period.js";
import { groundOf } from "./duty-calculation.js";
import type { DutyRefund, DutyRefundRoute } from "./duty-refund.js";
import { readImport, type ImportRequest, type ReadImport } from "./import-request.js";
import { refundEvent } from "./refund-event.js";
import { requireWord } from "../progress/require-word.js";
import { dutyRefundEvents, dutyRefundFacts, type DutyRefundEvent, type DutyRefundFact } from "./refund-fact.js";

/** An import, and what happened to the goods. */
export interface DutyRefundRequest extends ImportRequest {
  readonly event: DutyRefundEvent;
}

/**
 * Who gets duty and import tax back when goods went back, were destroyed, never came or were charged too much: from whom, until when
 * and with which papers. Facts are those of the date of the import; a host's pack "duty/refund" in `context.packs` goes before the
 * standard one. A country that no fact is about is `unknown`, never "no".
 *
 * @throws {InvalidCaseError} where neither the case nor the context has a `now`, and for a request that can't be read.
 * @throws {AmendsError} of code `pack_invalid` for a pack of another shape.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { refundOfDuty } from "@amends/compensation/duties";
 * const parcel = {
 *   event: "returned_faulty" as const, destination: "US", importedAt: "2025-09-10T12:00:00Z", goods: [],
 *   customs: { importer: "seller" as const, dutyPaid: { amount: "25.81", currency: "USD" } },
 * };
 * const [route] = refundOfDuty(parcel, { now: Date.UTC(2026, 2, 3) }).routes;
 * [route?.claimant, route?.until, route?.amounts[0]?.back?.amount]; // => ["seller", "2030-09-10", "25.55"]
 */
export function refundOfDuty(subject: CaseFile | DutyRefundRequest, given: Partial<Context> = {}): DutyRefund {
  requireObject(subject, "subject");
  requireObject(given, "given");
  const context = contextFor("goods" in subject ? {} : subject, given);
  const read = readImport(subject, given);
  const event = "goods" in subject ? subject.event : refundEvent(subject);
  if (event !== undefined) requireWord(event, dutyRefundEvents, "event");
  const { destination: country, names } = read;
  const untold = (because: string, missing: readonly string[]): DutyRefund => ({
    country: country ?? null,
    event: event ?? null,
    status: "unknown",
    routes: [],
    because,
    missing,
  });
  if (country === undefined) return untold("nobody knows into which country they were imported", [names.destination]);
  if (event === undefined)
    return untold("nothing says that the goods went back, were destroyed or never came", ["returnRequest.dispatchedAt", "shipment.status"]);
  const facts = dutyRefundFacts(country, read.at, context);
  if (facts === undefined) return untold(`no fact is about ${country}`, [`packs["duty/refund"]: ${country}`]);

  const fitting = facts.filter(({ value }) => value.events.includes(event));
  const bySale = fitting.filter(({ value }) => value.when !== undefined && value.when.scheme === read.customs.scheme);
  const taxedAtSale = bySale.some(({ value }) => value.covers.includes("import_tax"));
  const routes = fitting
    .filter((fact) => fact.value.when === undefined || bySale.includes(fact))
    .map((fact) => route(fact, read, context, taxedAtSale && fact.value.when === undefined))
    .filter(({ covers }) => covers.length > 0)
    .toSorted((one, other) => order(one) - order(other) || (one.until ?? "9").localeCompare(other.until ?? "9", "en"));
  const unsureScheme = !read.customs.scheme && fitting.some(({ value }) => value.when !== undefined);
  const missing = [...new Set([...routes.flatMap((each) => each.missing), ...(unsureScheme ? ["customs.scheme"] : [])])];
  const [first] = routes;
  const status = first?.state ?? (unsureScheme ? "unknown" : "none");
  const because = first?.by.because ?? `the facts about ${country} give nothing back for goods that were ${event.replaceAll("_", " ")}`;
  return { country, event, status, routes, because, missing };
}

const order = ({ state }: DutyRefundRoute): number => ["open", "unknown", "over"].indexOf(state);

function route(
  fact: DutyRefundFact,
  { importedAt, customs, names }: ReadImport,
  { now, zones }: Context,
  withoutTax: boolean,
): DutyRefundRoute {
  const { value, zone = "UTC", note = null } = fact;
  const covers = withoutTax ? value.covers.filter((charge) => charge !== "import_tax") : value.covers;
  const lacksDate = value.deadline !== null && importedAt === undefined;
  const until =
    value.deadline === null || importedAt === undefined ? null : addPeriod(localDateOf(importedAt, zone, zones), value.deadline.within);
  const who = { importer: customs.importer, payer: customs.paidBy, buyer: "buyer" as const }[value.claimant] ?? null;
  const amounts = covers.map((charge) => {
    const paid = (charge === "import_duty" ? customs.dutyPaid : customs.taxPaid) ?? null;
    return { charge, paid, back: paid === null ? null : multiplyMoney(paid, value.share, "down") };
  });
  return {
    by: groundOf(fact, value.because),
    note,
    covers,
    amounts,
    claimant: who,
    from: value.from,
    until,
    state: lacksDate ? "unknown" : until !== null && localDateOf(now, zone, zones) > until ? "over" : "open",
    documents: value.documents,
    conditions: value.conditions,
    minimum: value.minimum ?? null,
    missing: [
      ...(lacksDate ? [names.at] : []),
      ...(who === null ? [value.claimant === "payer" ? "customs.paidBy" : "customs.importer"] : []),
      ...amounts.flatMap(({ charge, paid }) => (paid === null ? [charge === "import_duty" ? "customs.dutyPaid" : "customs.taxPaid"] : [])),
    ],
  };
}
