import shapes from "./reference-shapes.json" with { type: "json" };

/** A run of letters and digits that could be, or belong to, an id. */
export interface ReferenceToken {
  readonly start: number;
  readonly end: number;
  /** In capitals, with its # in front where it has one. */
  readonly text: string;
  readonly digits: number;
}

const run = /#?[a-z0-9]+(?:[-_][a-z0-9]+)*/g;
const moneySign = /[$€£¥₩₫฿₽₺₹]/;

/** Whether digits stand here as part of a number with decimals or of an amount of money. */
function isAmount(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 5), start);
  const after = folded.slice(end, end + 5);
  return (
    /(?:^|\D)\d{1,3}[.,]$/.test(before) ||
    /^[.,]\d{1,3}(?!\d)/.test(after) ||
    moneySign.test(before.slice(-2)) ||
    moneySign.test(after.slice(0, 1))
  );
}

function countDigits(text: string): number {
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) digits += 1;
  }
  return digits;
}

/** The runs of a folded text, in order; those too long for any id are left out. */
export function referenceTokens(folded: string): ReferenceToken[] {
  const tokens: ReferenceToken[] = [];
  for (const match of folded.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].length > shapes.longest) continue;
    const text = match[0].toUpperCase();
    const digits = countDigits(text);
    if (digits > 0 && digits === text.length && isAmount(folded, start, end)) continue;
    tokens.push({ start, end, text, digits });
  }
  return tokens;
}
