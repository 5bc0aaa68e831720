import table from "./iso-4217.json" with { type: "json" };

/** A currency with a minor unit. `withdrawn` stands on those ISO 4217 has retired: old orders still carry them. */
export interface Currency {
  readonly code: string;
  /** Decimal places of the minor unit: 2 for USD, 0 for JPY, 3 for KWD, 4 for CLF. */
  readonly digits: number;
  /** Since which month it is withdrawn, and what took its place. */
  readonly withdrawn?: { readonly since: string; readonly replacedBy: string };
}

const currencies: ReadonlyMap<string, Currency> = new Map<string, Currency>([
  ...Object.entries(table.active).map(([code, digits]): [string, Currency] => [code, { code, digits }]),
  ...Object.entries(table.withdrawn).map(([code, { digits, since, replacedBy }]): [string, Currency] => [
    code,
    { code, digits, withdrawn: { since, replacedBy } },
  ]),
]);

/** The codes of ISO 4217's active currencies and funds codes, sorted. Metals, bond units and test codes have no minor unit and are left out. */
export const currencyCodes: readonly string[] = Object.freeze(Object.keys(table.active).sort());

/**
 * A currency by its ISO 4217 code, or undefined for an unknown one. Digits come from the ISO table: `Intl` differs from
 * it for HUF, IDR, IQD and others.
 *
 * @example
 * import { findCurrency } from "@amends/core/money";
 * findCurrency("HUF")?.digits; // => 2
 * findCurrency("BGN")?.withdrawn; // => { since: "2026-01", replacedBy: "EUR" }
 */
export function findCurrency(code: string): Currency | undefined {
  if (code === last.code) return last;
  if (code === before.code) return before;
  const found = currencies.get(code);
  if (found !== undefined) {
    before = last;
    last = found;
  }
  return found;
}

/** Amounts come in rows of one currency, or are converted between two: they are asked for some fifty times in a decision. */
let last: Currency = currencies.get("USD") as Currency;
let before = last;
