import { findCurrency } from "./currency.js";
import type { Money } from "./money.js";
import { fractionDigits, safeDigits, shortCoefficient } from "./short-decimal.js";

const tens: readonly number[] = Array.from({ length: safeDigits + 1 }, (_, exponent) => 10 ** exponent);

/**
 * The minor units of money as a number: nearly all amounts are short enough for one, which is computed with far quicker than a bigint.
 * NaN for all others, signed, long or wrong, which are for `toMinorUnits` to read or refuse.
 *
 * @example
 * import { safeUnits } from "@amends/core/money";
 * safeUnits({ amount: "10.5", currency: "USD" }); // => 1050
 * safeUnits({ amount: "-10.50", currency: "USD" }); // => NaN
 */
export function safeUnits(money: Money | null | undefined): number {
  const amount = money?.amount;
  if (typeof amount !== "string") return Number.NaN;
  const currency = findCurrency((money as Money).currency);
  return currency === undefined ? Number.NaN : safeCoefficient(amount, currency.digits);
}

/** The first amount less the second, both of one currency, in minor units; NaN where either has none that are safe. */
export function safeDifference(left: Money, right: Money): number {
  const digits = findCurrency(left.currency)?.digits;
  if (digits === undefined || typeof left.amount !== "string" || typeof right.amount !== "string") return Number.NaN;
  return safeCoefficient(left.amount, digits) - safeCoefficient(right.amount, digits);
}

/** An unsigned decimal of few digits times ten to the power of `scale`; NaN for all others, and where a fraction would be left. */
export function safeCoefficient(text: string, scale: number): number {
  const { length } = text;
  // Nearly all amounts have the digits of their currency.
  const point = length - 1 - scale;
  if (scale > 0 && length <= safeDigits && point > 0 && text.charCodeAt(point) === 46) {
    const whole = digitsIn(text, 0, point);
    const fraction = digitsIn(text, point + 1, length);
    return whole * (tens[scale] as number) + fraction;
  }
  const coefficient = shortCoefficient(text);
  if (Number.isNaN(coefficient)) return coefficient;
  const left = scale - fractionDigits(text);
  if (left === 0) return coefficient;
  return left < 0 || left > safeDigits ? Number.NaN : safeProduct(coefficient, tens[left] as number);
}

/** The digits in a part of a text as an integer; NaN where something else stands among them. */
function digitsIn(text: string, from: number, end: number): number {
  let number = 0;
  for (let index = from; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return Number.NaN;
    number = number * 10 + (code - 48);
  }
  return number;
}

/** The product of two integers; NaN where it isn't safe. */
export function safeProduct(left: number, right: number): number {
  const product = left * right;
  return product <= Number.MAX_SAFE_INTEGER && product >= Number.MIN_SAFE_INTEGER ? product : Number.NaN;
}

/** Ten to a power; NaN beyond the safe integers. */
export function safePowerOfTen(exponent: number): number {
  return tens[exponent] ?? Number.NaN;
}

/** Safe minor units as the text of an amount, with so many fraction digits. Zero has no sign. */
export function writeSafeUnits(units: number, digits: number): string {
  if (units < 0) return `-${writeSafeUnits(-units, digits)}`;
  // What is free is so for many.
  if (units === 0) return (zeros[digits] ??= digits === 0 ? "0" : `0.${"0".repeat(digits)}`);
  if (digits === 0) return writeWhole(units);
  const fraction = units % (tens[digits] as number);
  const whole = (units - fraction) / (tens[digits] as number);
  return digits === 2
    ? writeWhole(whole) + (pointAndTwo[fraction] as string)
    : `${writeWhole(whole)}.${digits === 3 ? threeDigits(fraction) : String(fraction).padStart(digits, "0")}`;
}

/** A whole number of at least zero. Engines look the texts of numbers up in a table that amounts don't fit into: those of three digits are kept. */
function writeWhole(whole: number): string {
  if (whole < 1_000) return (short[whole] ??= String(whole));
  if (whole >= 1_000_000) return String(whole);
  const rest = whole % 1_000;
  return writeWhole((whole - rest) / 1_000) + threeDigits(rest);
}

function threeDigits(number: number): string {
  return (padded[number] ??= String(number).padStart(3, "0"));
}

const zeros: (string | undefined)[] = [];
const short: (string | undefined)[] = new Array<string | undefined>(1_000).fill(undefined);
const padded: (string | undefined)[] = new Array<string | undefined>(1_000).fill(undefined);

/** Whether the text of safe minor units is as `writeSafeUnits` writes it: with all fraction digits, and no zero before the others. */
export function isWrittenSafely(amount: string, digits: number): boolean {
  const point = digits === 0 ? amount.length : amount.length - 1 - digits;
  if (digits > 0 && amount.charCodeAt(point) !== 46) return false;
  return point === 1 || (point > 1 && amount.charCodeAt(0) !== 48);
}

const pointAndTwo: readonly string[] = Array.from({ length: 100 }, (_, number) => `.${String(number).padStart(2, "0")}`);
