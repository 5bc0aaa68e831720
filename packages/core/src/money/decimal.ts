/** An exact decimal number: coefficient ÷ 10^scale. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** The most digits an amount, a ratio or a rate may have: those of IEEE 754 decimal128. It also bounds the work a hostile text can cause. */
export const maximumDigits = 34;

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** So many digits are a safe integer, which is read faster than a text. */
const safeDigits = 15;

/** Reads a decimal string: optional sign, digits, optional fraction; no exponent, no grouping, no spaces. Undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  return parseShort(text) ?? parseLong(text);
}

/** Reads an unsigned decimal of few digits character by character; undefined where it takes more than that. */
function parseShort(text: string): Decimal | undefined {
  const { length } = text;
  if (length === 0 || length > safeDigits) return undefined;
  let coefficient = 0;
  let point = -1;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) coefficient = coefficient * 10 + (code - 48);
    else if (code === 46 && point === -1) point = index;
    else return undefined;
  }
  if (point === 0 || point === length - 1) return undefined;
  return { coefficient: BigInt(coefficient), scale: point === -1 ? 0 : length - 1 - point };
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
