import words from "./currency-words.json" with { type: "json" };
import { foldDigits } from "./fold-token.js";
import { signsNearDigits } from "./signs-near-digits.js";

/** An amount as a text names it; `currency` is null where the sign stands for several and nothing tells which. */
export interface NamedAmount {
  readonly amount: string;
  readonly currency: string | null;
}

const currencyOf = new Map(
  Object.entries(words.of).flatMap(([code, signs]) => signs.map((sign): [string, readonly string[]] => [sign.toLowerCase(), [code]])),
);
for (const [sign, codes] of Object.entries(words.ambiguous)) currencyOf.set(sign.toLowerCase(), codes);
const byLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = words.byLanguage;
const threeDecimals = new Set(words.threeDecimals);

const escape = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const signs = [...currencyOf.keys()]
  .sort((left, right) => right.length - left.length)
  .map((sign) => (/\p{Script=Latin}$/u.test(sign) ? `(?<!\\p{L})${escape(sign)}(?!\\p{L})` : escape(sign)))
  .join("|");
const mayHoldAmounts = signsNearDigits(currencyOf.keys());
const number = "\\d{1,3}(?:[.,' \\u00a0\\u202f]\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,3})?";
const signFirst = new RegExp(`(?<!\\d)(${signs})[ \\u00a0]?(${number})(?![\\d])`, "giu");
const numberFirst = new RegExp(`(?<![\\d.,])(${number})[ \\u00a0]?(${signs})`, "giu");

/**
 * The amounts of money a text names, in the order of the text. A sign of several currencies (`$`, `¥`, `kr`) is read by the order's
 * currency or the language where they tell, else its currency stays null.
 */
export function extractAmounts(parts: readonly string[], language: string, orderCurrency?: string): NamedAmount[] {
  const found: (NamedAmount & { at: number })[] = [];
  let offset = 0;
  for (const raw of parts) {
    const part = foldDigits(raw);
    if (!mayHoldAmounts(part)) {
      offset += part.length;
      continue;
    }
    const taken: (readonly [number, number])[] = [];
    for (const [expression, signGroup, numberGroup] of [
      [signFirst, 1, 2],
      [numberFirst, 2, 1],
    ] as const) {
      for (const match of matchesNearDigits(part, expression)) {
        const [from, to] = [match.index, match.index + match[0].length];
        if (taken.some(([start, end]) => from < end && start < to)) continue;
        taken.push([from, to]);
        const currency = currencyFor((match[signGroup] as string).toLowerCase(), language, orderCurrency);
        found.push({ amount: decimalOf(match[numberGroup] as string, currency), currency, at: offset + from });
      }
    }
    offset += part.length;
  }
  const seen = new Set<string>();
  return found
    .sort((left, right) => left.at - right.at)
    .map(({ amount, currency }) => ({ amount, currency }))
    .filter(({ amount, currency }) => !seen.has(`${amount} ${currency}`) && seen.add(`${amount} ${currency}`));
}

const digitRun = /\d+/g;
const letter = /\p{L}/u;
/** The longest sign with a space on its side of the number. */
const reach = Math.max(...[...currencyOf.keys()].map((sign) => sign.length)) + 1;

/** What an expression finds in the text, looked for only where digits are near: an amount has some. */
function matchesNearDigits(part: string, expression: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let from = 0;
  let to = -1;
  const search = (): void => {
    // Never within a word: what follows a sign decides whether it is one.
    while (to < part.length && letter.test(part.charAt(to))) to += 1;
    const window = part.slice(0, to);
    expression.lastIndex = from;
    for (let match = expression.exec(window); match !== null; match = expression.exec(window)) found.push(match);
    expression.lastIndex = 0;
    from = to;
  };
  for (let run = digitRun.exec(part); run !== null; run = digitRun.exec(part)) {
    const start = run.index - reach;
    const end = Math.min(part.length, digitRun.lastIndex + reach);
    if (to >= 0 && start > to) search();
    if (to < 0 || start > to) from = Math.max(from, start);
    to = end;
  }
  if (to >= 0) search();
  return found;
}

function currencyFor(sign: string, language: string, orderCurrency: string | undefined): string | null {
  const codes = currencyOf.get(sign) ?? [];
  if (codes.length === 1) return codes[0] as string;
  if (orderCurrency !== undefined && codes.includes(orderCurrency)) return orderCurrency;
  return byLanguage[language]?.[sign] ?? null;
}

/** `1.234,56` and `1,234.56` alike; a lone separator with three digits behind it parts thousands, save in currencies of three decimals. */
function decimalOf(written: string, currency: string | null): string {
  const plain = written.replace(/[' \u00a0\u202f]/gu, "");
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return plain;
  const decimals = plain.length - last - 1;
  const separators = plain.replace(/\d/gu, "");
  const partsThousands = decimals === 3 && !(separators.length === 1 && currency !== null && threeDecimals.has(currency));
  const digits = plain.replace(/[.,]/gu, "");
  return partsThousands ? digits : `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
}
