import { fractionDigits, shortCoefficient } from "./short-decimal.js";

/** An exact decimal number: coefficient ÷ 10^scale. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** The most digits an amount, a ratio or a rate may have: those of IEEE 754 decimal128. It also bounds the work a hostile text can cause. */
export const maximumDigits = 34;

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads a decimal string: optional sign, digits, optional fraction; no exponent, no grouping, no spaces. Undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  return parseShort(text) ?? parseLong(text);
}

function parseShort(text: string): Decimal | undefined {
  const coefficient = shortCoefficient(text);
  return Number.isNaN(coefficient) ? undefined : { coefficient: BigInt(coefficient), scale: fractionDigits(text) };
}

function parseLong(text: string): Decimal | undefined {
  if (text.length > maximumDigits + 2) return undefined;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole.length + fraction.length > maximumDigits) return undefined;
  const magnitude = BigInt(whole + fraction);
  return { coefficient: sign === "-" ? -magnitude : magnitude, scale: fraction.length };
}

/** The decimal a JavaScript number shows: 0.1 is one tenth, not the nearest binary fraction. Undefined for NaN and infinities. */
export function decimalOfNumber(value: number): Decimal | undefined {
  if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), scale: 0 };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const magnitude = BigInt(whole + fraction);
  const coefficient = sign === "-" ? -magnitude : magnitude;
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { coefficient, scale } : { coefficient: coefficient * powerOfTen(-scale), scale: 0 };
}

/** A decimal as text, with exactly `scale` fraction digits. Zero has no sign. */
export function formatDecimal({ coefficient, scale }: Decimal): string {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${coefficient < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${digits.slice(digits.length - scale)}`}`;
}

export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

const powers: readonly bigint[] = Array.from({ length: maximumDigits + 1 }, (_, exponent) => 10n ** BigInt(exponent));
