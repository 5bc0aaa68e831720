/** So many digits are a safe integer, which is read faster than a text. */
export const safeDigits = 15;

/** The digits of an unsigned decimal of few digits as one integer, whatever point stands among them; NaN for every other text. */
export function shortCoefficient(text: string): number {
  const { length } = text;
  if (length === 0 || length > safeDigits) return Number.NaN;
  let coefficient = 0;
  let point = -1;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) coefficient = coefficient * 10 + (code - 48);
    else if (code === 46 && point === -1) point = index;
    else return Number.NaN;
  }
  return point === 0 || point === length - 1 ? Number.NaN : coefficient;
}

/** How many fraction digits a decimal text has. */
export function fractionDigits(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) if (text.charCodeAt(index) === 46) return text.length - 1 - index;
  return 0;
}
