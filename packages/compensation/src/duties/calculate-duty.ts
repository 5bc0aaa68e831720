import { requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { addMoney, type Money } from "@amends/core/money";
import { createContext, type Context } from "@amends/core/stage";
import { formatInstant } from "@amends/core/time";
import { buyerDemand } from "./buyer-demand.js";
import { chargeLine, ownerBy } from "./charge-line.js";
import type { ChargeSettings, DutyAmount, DutyCalculation, DutyLine } from "./duty-calculation.js";
import { dutyFacts } from "./duty-facts.js";
import { readImport, type ImportRequest, type ReadImport } from "./import-request.js";
import { importValues, type ImportValues } from "./import-values.js";
import { addSpans, exactly, isExact, nothing, type Span } from "./span.js";

const unknown: DutyAmount = { amount: null, range: null };

/**
 * What importing goods costs: duty, tax and the carrier's charge, each with the fact it goes by, its source, rate and base, in the
 * currency of the country. Of a case it reads `order`, `shipment`, `customs` and `rates`.
 *
 * The date of the import picks the facts: `importedAt`, else when the tracking last saw the parcel at customs before its delivery. Where
 * neither is known and the facts changed between dispatch and delivery or `now`, the date is missing and the amount a range. A host's packs "duty/import" and "duty/tariff" in
 * `context.packs` go before the standard ones; rates by tariff heading are a host's alone. What the case doesn't say is in `missing`
 * and never guessed: the amount is then a range, or unknown.
 *
 * @throws {InvalidCaseError} for a request with money, a number of pieces or a date that can't be read.
 * @throws {AmendsError} of code `pack_invalid` for a pack of another shape.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { calculateDuty } from "@amends/compensation/duties";
 * const parcel = {
 *   destination: "US", dispatchedFrom: "VN", importedAt: "2025-04-14T09:00:00Z",
 *   goods: [{ sku: "LAMP", origin: "VN", hsCode: "9405.21", price: { amount: "89.90", currency: "USD" } }],
 *   customs: { channel: "courier" as const },
 * };
 * calculateDuty(parcel).duty.amount; // => { amount: "0.00", currency: "USD" }
 * calculateDuty({ ...parcel, importedAt: "2025-08-29T09:00:00Z" }).lines[0]?.missing; // => ['packs["duty/tariff"]: US 940521']
 */
export function calculateDuty(subject: CaseFile | ImportRequest, given: Partial<Context> = {}): DutyCalculation {
  requireObject(subject, "subject");
  requireObject(given, "given");
  // The clock tells nothing but how late an import without a date can have been.
  const read = readImport(subject, given);
  const context = createContext({ ...given, now: given.now ?? 0 });
  const { destination: country, at } = read;
  if (country === undefined) return untold(read, [read.names.destination]);
  const facts = dutyFacts(country, read.period, context);
  const { currency, terms } = facts;
  if (currency === undefined || terms === undefined) {
    const lacking =
      facts.charges.length > 0 && (at === undefined || at !== read.period?.until) ? read.names.at : `packs["duty/import"]: ${country}`;
    return untold(read, [lacking]);
  }
  const { rounding, maximumRateAgeDays } = terms.value;
  const values = importValues(read, { maximumAgeDays: maximumRateAgeDays, rounding });
  const settings: ChargeSettings = { country, currency, rounding, at };
  const inputs = { read, values, facts, settings };
  const duty = chargeLine("import_duty", { ...inputs, duty: { span: undefined, missing: [] } });
  const tax = chargeLine("import_tax", { ...inputs, duty: { span: duty.span, missing: duty.line.missing } });
  const handling = handlingLine(read, values, settings);
  const lines = [duty.line, tax.line, handling.line];
  const customs = sumOf([duty.span, tax.span]);
  const total = sumOf([duty.span, tax.span, handling.span]);
  const goods = values.goods(currency);
  const cif = values.cif(currency);
  const missing = [...new Set(lines.flatMap((line) => line.missing))];
  const grades = lines.flatMap(({ by }) => by.map(({ confidence }) => confidence)).toSorted();
  return {
    country,
    currency,
    at: at === undefined || missing.includes(read.names.at) ? null : formatInstant(at),
    values: { goods: "value" in goods ? goods.value : null, cif: "value" in cif ? cif.value : null, ratesOf: read.rates?.date ?? null },
    lines,
    duty: amountOf(duty.span),
    tax: amountOf(tax.span),
    handling: amountOf(handling.span),
    customs: amountOf(customs),
    total: { ...amountOf(total), atLeast: leastOf([duty.span, tax.span, handling.span], currency) },
    confidence: grades.at(-1) ?? null,
    demand: buyerDemand(read, lines, values, currency),
    missing,
  };
}

function handlingLine(
  { customs }: ReadImport,
  values: ImportValues,
  { currency, rounding }: ChargeSettings,
): { line: DutyLine; span: Span | undefined } {
  const told = customs.handling ? values.convert(customs.handling, currency) : { missing: ["customs.handling"] };
  const span = "value" in told ? exactly(told.value) : undefined;
  const line: DutyLine = {
    charge: "handling",
    name: "handling",
    ...amountOf(span),
    base: null,
    rate: null,
    rounding,
    paidAtSale: false,
    owedBy: ownerBy(customs.terms),
    by: [],
    parts: [],
    missing: "missing" in told ? told.missing : [],
  };
  return { line, span };
}

function amountOf(span: Span | undefined): DutyAmount {
  if (span === undefined) return unknown;
  return isExact(span) ? { amount: span.min, range: null } : { amount: null, range: span };
}

function sumOf(spans: readonly (Span | undefined)[]): Span | undefined {
  return spans.reduce((sum, span) => (sum === undefined || span === undefined ? undefined : addSpans(sum, span)));
}

function leastOf(spans: readonly (Span | undefined)[], currency: string): Money {
  return spans.reduce((sum, span) => (span === undefined ? sum : addMoney(sum, span.min)), nothing(currency));
}

function untold({ destination, at, customs }: ReadImport, missing: readonly string[]): DutyCalculation {
  const because = `${missing.join(", ")} missing`;
  return {
    country: destination ?? null,
    currency: null,
    at: at === undefined ? null : formatInstant(at),
    values: { goods: null, cif: null, ratesOf: null },
    lines: [],
    duty: unknown,
    tax: unknown,
    handling: unknown,
    customs: unknown,
    total: { ...unknown, atLeast: null },
    confidence: null,
    demand: customs.demanded ? { demanded: customs.demanded, verdict: "unknown", owed: null, excess: null, because } : null,
    missing,
  };
}
