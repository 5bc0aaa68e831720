import shapes from "./reference-shapes.json" with { type: "json" };

/** A run of letters and digits that could be, or belong to, an id. */
export interface ReferenceToken {
  readonly start: number;
  readonly end: number;
  /** In capitals, with its # in front where it has one. */
  readonly text: string;
  readonly digits: number;
}

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

/** A run whose text is cut only where it is asked for: most runs are words. */
class Run implements ReferenceToken {
  readonly start: number;
  readonly end: number;
  readonly digits: number;
  readonly #folded: string;
  #text: string | undefined;

  constructor(folded: string, start: number, end: number, digits: number) {
    this.#folded = folded;
    this.start = start;
    this.end = end;
    this.digits = digits;
  }

  get text(): string {
    return (this.#text ??= this.#folded.slice(this.start, this.end).toUpperCase());
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetterOrDigit = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || isDigit(code);
const hash = 0x23;
const hyphen = 0x2d;
const underscore = 0x5f;

/** The runs of a folded text, in order: letters and digits, with single hyphens within and a # before; those too long for any id are left out. */
export function referenceTokens(folded: string): ReferenceToken[] {
  const tokens: ReferenceToken[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    if (!isLetterOrDigit(folded.charCodeAt(at))) continue;
    const start = at > 0 && folded.charCodeAt(at - 1) === hash ? at - 1 : at;
    let digits = 0;
    for (; at < folded.length; at += 1) {
      const code = folded.charCodeAt(at);
      if (isDigit(code)) digits += 1;
      else if (!isLetterOrDigit(code) && !((code === hyphen || code === underscore) && isLetterOrDigit(folded.charCodeAt(at + 1)))) break;
    }
    if (at - start > shapes.longest) continue;
    if (digits > 0 && digits === at - start && isAmount(folded, start, at)) continue;
    tokens.push(new Run(folded, start, at, digits));
  }
  return tokens;
}
