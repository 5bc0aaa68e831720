import { headerKindsOf, isAttribution, isOriginalMark, isQuotedLine, plainLine } from "./mail-line.js";

/** A line as it was written, and as it is looked at. */
export interface MailLine {
  readonly raw: string;
  readonly plain: string;
}

const attributionLines = 4;
const unknown = -1;

/** The lines of a mail. What is asked of one more than once is told once: hostile mail asks the same of every line above. */
export class MailLines {
  readonly all: readonly MailLine[];
  readonly #attributions: Int8Array;
  readonly #quoteStarts: Int8Array;

  constructor(text: string) {
    this.all = text.split(/\r\n|[\r\n\u2028\u2029]/).map((raw) => ({ raw, plain: plainLine(raw) }));
    this.#attributions = new Int8Array(this.all.length).fill(unknown);
    this.#quoteStarts = new Int8Array(this.all.length).fill(unknown);
  }

  /** How many lines from here on form an attribution, wrapped or not; 0 where none does. */
  attributionAt(at: number): number {
    if (this.#attributions[at] === unknown) this.#attributions[at] = this.#readAttribution(at);
    return this.#attributions[at] ?? 0;
  }

  /** Whether what others wrote begins at a line. */
  startsQuote(at: number): boolean {
    if (this.#quoteStarts[at] === unknown) this.#quoteStarts[at] = this.#readsAsQuote(at) ? 1 : 0;
    return this.#quoteStarts[at] === 1;
  }

  #readAttribution(at: number): number {
    let joined = "";
    for (let count = 1; count <= attributionLines; count += 1) {
      const line = this.all[at + count - 1];
      if (line === undefined || line.plain === "" || (count > 1 && isQuotedLine(line.raw))) return 0;
      joined = joined === "" ? line.plain : `${joined} ${line.plain}`;
      if (isAttribution(joined)) return count;
      if (/[:：]$/.test(line.plain)) return 0;
    }
    return 0;
  }

  #readsAsQuote(at: number): boolean {
    const { raw, plain } = this.all[at] as MailLine;
    return isQuotedLine(raw) || isOriginalMark(plain) || headerKindsOf(plain)?.has("from") === true || this.attributionAt(at) > 0;
  }
}
