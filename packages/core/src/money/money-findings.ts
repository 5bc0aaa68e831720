import type { Finding } from "../errors/finding.js";
import { findCurrency } from "./currency.js";
import { maximumDigits, parseDecimal } from "./decimal.js";
import { suggestCurrencies } from "./suggest-currencies.js";

/**
 * Everything wrong with a value that should be money, each with its place; an empty list if nothing is. Never throws.
 *
 * `path` is where the money stands, such as `claim.amount`; without it the places are `amount` and `currency`.
 *
 * @example
 * import { moneyFindings } from "@amends/core/money";
 * const findings = moneyFindings({ amount: "1,234.50", currency: "usd" }, "order.total");
 * findings.map((finding) => finding.path); // => ["order.total.currency", "order.total.amount"]
 * findings[0]?.fix; // => "did you mean USD?"
 */
export function moneyFindings(value: unknown, path = ""): readonly Finding[] {
  if (typeof value !== "object" || value === null) {
    const example = 'an object such as { "amount": "12.50", "currency": "USD" }';
    return [{ code: "money_not_object", message: "this is not money", path, expected: example, fix: "give the amount and its currency" }];
  }
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  return [...currencyFindings(currency, inside(path, "currency")), ...amountFindings(amount, currency, inside(path, "amount"))];
}

/** What is wrong with a currency code: nothing, or one finding with the codes that may have been meant. */
export function currencyFindings(currency: unknown, path: string): readonly Finding[] {
  if (typeof currency === "string" && findCurrency(currency) !== undefined) return [];
  const suggestions = typeof currency === "string" ? suggestCurrencies(currency) : [];
  return [
    {
      code: "currency_unknown",
      message: typeof currency === "string" ? `there is no currency ${shown(currency)}` : "the currency is missing",
      path,
      expected: "an ISO 4217 code with a minor unit, in capitals, such as USD",
      fix: suggestions.length === 0 ? "give the order's currency code" : `did you mean ${suggestions.join(", ")}?`,
    },
  ];
}

function amountFindings(amount: unknown, currency: unknown, path: string): readonly Finding[] {
  const expected = `a decimal string of at most ${maximumDigits} digits such as "12.50"`;
  if (typeof amount !== "string") {
    const message = amount === undefined ? "the amount is missing" : "the amount is not a string";
    const fix =
      typeof amount === "number" && Number.isFinite(amount)
        ? `write "${amount}" in quotation marks`
        : "write the amount in quotation marks";
    return [{ code: "amount_not_string", message, path, expected, fix }];
  }
  if (amount.replace(/\D/g, "").length > maximumDigits) {
    return [
      { code: "amount_too_long", message: `the amount ${shown(amount)} has too many digits`, path, expected, fix: "check the amount" },
    ];
  }
  const decimal = parseDecimal(amount);
  if (decimal === undefined) {
    const fix = "write it with a point before the fraction, and without grouping, exponent, currency sign or spaces";
    return [{ code: "amount_not_decimal", message: `${shown(amount)} is not a decimal number`, path, expected, fix }];
  }
  const known = typeof currency === "string" ? findCurrency(currency) : undefined;
  if (known === undefined || decimal.scale <= known.digits) return [];
  const excess = amount.slice(amount.length - (decimal.scale - known.digits));
  const shorter = amount.slice(0, amount.length - excess.length).replace(/\.$/, "");
  return [
    {
      code: "amount_too_precise",
      message: `${shown(amount)} has ${decimal.scale} fraction digits, ${known.code} has ${known.digits}`,
      path,
      expected: known.digits === 0 ? "a whole number" : `at most ${known.digits} fraction digits`,
      fix: /^0+$/.test(excess) ? `write "${shorter}"` : "round it first: an amount is never rounded unasked",
    },
  ];
}

function inside(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 48 ? `${text.slice(0, 48)}…` : text);
}
