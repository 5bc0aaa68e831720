import { longestCase, type CaseText } from "./case-text.js";

const lineFeed = 10;
const quote = 34;
const comma = 44;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === lineFeed;

/**
 * Finds cases in text that comes in pieces: one a line, one after another over any number of lines, or the elements of an array.
 * Looks at brackets and quotes alone. A value that never ends is given up at the next line that begins with a bracket and is a
 * whole value by itself, so that one bad case doesn't take the others with it.
 */
export class CaseSplitter {
  readonly #found: CaseText[] = [];
  #line = 1;
  #startedOn = 1;
  #value = "";
  #depth = 0;
  #quoted = false;
  #escaped = false;
  #inArray = false;
  /** Where in the value the current line begins, if it begins with a bracket inside a value that is still open. */
  #probe: number | undefined;
  #atLineStart = true;
  #tooLong = false;

  /** Takes the next piece of text and gives the cases that are whole by now. */
  push(text: string): readonly CaseText[] {
    let from = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === lineFeed) {
        this.#take(text.slice(from, index));
        from = index + 1;
        this.#endLine();
        continue;
      }
      if (this.#atLineStart && (code === openBrace || code === openBracket) && this.#depth > 0) {
        this.#take(text.slice(from, index));
        from = index;
        this.#probe = this.#value.length;
      }
      this.#atLineStart = false;
      if (this.#quoted) this.#readQuoted(code);
      else if (this.#depth === 0 && this.#isBetween(code)) {
        this.#take(text.slice(from, index));
        from = index + 1;
        this.#flush();
        if (code === openBracket) this.#inArray = true;
        if (code === closeBracket) this.#inArray = false;
      } else if (this.#readPlain(code)) {
        this.#take(text.slice(from, index + 1));
        from = index + 1;
        this.#flush();
      }
    }
    this.#take(text.slice(from));
    return this.#found.splice(0);
  }

  /** A line that is no text: it ends whatever was open. */
  pushUndecodable(): readonly CaseText[] {
    this.#giveUp();
    this.#found.push({ text: "", line: this.#line, problem: { code: "not_utf8", message: "the line is not UTF-8" } });
    this.#line += 1;
    this.#atLineStart = true;
    return this.#found.splice(0);
  }

  /** What is left when the input ends. */
  end(): readonly CaseText[] {
    const last = this.#line;
    this.#endLine();
    this.#giveUp();
    if (this.#inArray) this.#found.push(this.#truncated(last));
    return this.#found.splice(0);
  }

  #isBetween(code: number): boolean {
    if (isSpace(code)) return true;
    if (code === openBracket) return this.#value.trim() === "" && !this.#inArray;
    return this.#inArray && (code === comma || code === closeBracket);
  }

  #readQuoted(code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === backslash) this.#escaped = true;
    else if (code === quote) this.#quoted = false;
  }

  /** Reads one character outside of quotes; true where it ends a value. */
  #readPlain(code: number): boolean {
    if (code === quote) this.#quoted = true;
    else if (code === openBrace || code === openBracket) this.#depth += 1;
    else if (code === closeBrace || code === closeBracket) {
      this.#depth = Math.max(0, this.#depth - 1);
      return this.#depth === 0;
    }
    return false;
  }

  #take(text: string): void {
    if (text === "" || this.#tooLong) return;
    if (this.#value === "") this.#startedOn = this.#line;
    this.#value += text;
    if (this.#value.length <= longestCase) return;
    this.#tooLong = true;
    this.#value = " ";
    this.#probe = undefined;
  }

  #endLine(): void {
    const candidate = this.#probe === undefined ? undefined : this.#value.slice(this.#probe).replace(/,?\s*$/, "");
    if (candidate !== undefined && isWhole(candidate)) {
      this.#value = this.#value.slice(0, this.#probe);
      this.#giveUp();
      this.#found.push({ text: candidate, line: this.#line });
    } else if (this.#quoted) {
      // A JSON string never runs over a line.
      this.#giveUp();
    } else if (this.#depth === 0) this.#flush();
    else this.#value += "\n";
    this.#probe = undefined;
    this.#line += 1;
    this.#atLineStart = true;
  }

  #flush(): void {
    const text = this.#value.trim();
    if (this.#tooLong) {
      const problem = { code: "case_too_long", message: `the case is longer than ${longestCase} characters` };
      this.#found.push({ text: "", line: this.#startedOn, problem });
    } else if (text !== "") this.#found.push({ text, line: this.#startedOn });
    this.#reset();
  }

  /** Ends a value that is still open: what there is of it goes out as it is, and can't be read. */
  #giveUp(): void {
    if (this.#tooLong) this.#flush();
    else if (this.#value.trim() !== "") this.#found.push(this.#truncated(this.#startedOn));
    this.#reset();
  }

  #truncated(line: number): CaseText {
    return { text: "", line, problem: { code: "json_truncated", message: "a value begins here and never ends" } };
  }

  #reset(): void {
    this.#value = "";
    this.#depth = 0;
    this.#quoted = false;
    this.#escaped = false;
    this.#tooLong = false;
    this.#probe = undefined;
  }
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
