import { foreignNumber } from "./foreign-number.js";
import { JsonScanner, type JsonToken } from "./json-scanner.js";

/** One thing that keeps a text from being JSON: where it begins, what it is, and how to mend it. */
export interface JsonProblem {
  readonly offset: number;
  readonly message: string;
  readonly fix?: string;
}

/** So many problems are listed; by then a text is something else than JSON. */
const atMost = 50;

/** Ends the reading of a text that has more problems than are listed. */
class ProblemsFull extends Error {}

/**
 * Everything that keeps a text from being strict JSON, in the order of the text. Reads on behind each problem as a person would,
 * so that one slip is one problem. The text must not nest deeply: its caller looks at that.
 */
export function jsonProblems(text: string): JsonProblem[] {
  const problems: JsonProblem[] = [];
  try {
    readAll(text, (problem) => {
      if (problems.length === atMost) throw new ProblemsFull();
      problems.push(problem);
    });
  } catch (error) {
    if (!(error instanceof ProblemsFull)) throw error;
  }
  return problems.sort((left, right) => left.offset - right.offset);
}

function readAll(text: string, report: (problem: JsonProblem) => void): void {
  const scanner = new JsonScanner(text, report);
  const first = scanner.peek();
  if (first.kind === "end") report({ offset: 0, message: "the file is empty" });
  else if (first.kind === "word") {
    const message = `the file begins with ${shorten(first.text)} and not with "{"`;
    report({ offset: first.offset, message, fix: "write it as JSON" });
  } else new Reader(scanner, report).readFile();
}

interface Bracket {
  readonly open: "{" | "[";
  readonly offset: number;
}

const closers = { "{": "}", "[": "]" } as const;

class Reader {
  readonly #scanner: JsonScanner;
  readonly #report: (problem: JsonProblem) => void;
  readonly #open: Bracket[] = [];

  constructor(scanner: JsonScanner, report: (problem: JsonProblem) => void) {
    this.#scanner = scanner;
    this.#report = report;
  }

  readFile(): void {
    this.#readValue();
    const rest = this.#scanner.peek();
    if (rest.kind === "end") return;
    const isCloser = rest.text === "}" || rest.text === "]";
    this.#report({
      offset: rest.offset,
      message: isCloser ? `this "${rest.text}" closes nothing` : "the file goes on behind its end",
      fix: isCloser ? "take it out, or look for a bracket that closes too early" : "keep one value, in one pair of brackets",
    });
  }

  /** Reads a value; false where none stands, which it then leaves to its caller. */
  #readValue(place: "member" | "element" = "element"): boolean {
    const token = this.#scanner.peek();
    if (token.text === "{" || token.text === "[") {
      this.#scanner.next();
      this.#readMembers({ open: token.text, offset: token.offset });
      return true;
    }
    if (token.kind === "text" || token.kind === "literal" || token.kind === "word") {
      this.#scanner.next();
      const foreign = token.kind === "text" ? undefined : foreignNumber(this.#scanner.textFrom(token.offset), place);
      if (foreign !== undefined) {
        this.#scanner.goOnAt(token.offset + foreign.text.length);
        this.#report({ offset: token.offset, message: `${foreign.text} is no number in JSON`, fix: foreign.fix });
      } else if (token.kind === "word") this.#report(wordProblem(token));
      return true;
    }
    return false;
  }

  #readMembers(bracket: Bracket): void {
    this.#open.push(bracket);
    const closer = closers[bracket.open];
    let comma: JsonToken | undefined;
    for (;;) {
      const token = this.#scanner.peek();
      if (token.kind === "end") {
        const message = `this "${bracket.open}" is never closed`;
        if (!this.#scanner.breaksOff) this.#report({ offset: bracket.offset, message, fix: `add "${closer}"` });
        break;
      }
      if (token.text === closer) {
        if (comma !== undefined)
          this.#report({ offset: comma.offset, message: `a comma stands before the closing "${closer}"`, fix: "take the comma out" });
        this.#scanner.next();
        break;
      }
      if (token.text === "}" || token.text === "]") {
        const closesOther = this.#open.slice(0, -1).some(({ open }) => closers[open] === token.text);
        const line = this.#scanner.lineOf(bracket.offset);
        this.#report({
          offset: token.offset,
          message: `"${token.text}" stands where the "${bracket.open}" of line ${line} should be closed`,
          fix: `close it with "${closer}"`,
        });
        // The bracket belongs to one further out, or it was meant for this one.
        if (!closesOther) this.#scanner.next();
        break;
      }
      if (token.text === ",") {
        this.#report({ offset: token.offset, message: "a comma has nothing before it", fix: "take the comma out" });
        this.#scanner.next();
        continue;
      }
      const isRead = bracket.open === "{" ? this.#readMember() : this.#readValue();
      if (!isRead) {
        this.#report({ offset: token.offset, message: `${shown(token)} doesn't belong here`, fix: "take it out" });
        this.#scanner.next();
      }
      comma = this.#readComma(bracket);
    }
    this.#open.pop();
  }

  #readComma(bracket: Bracket): JsonToken | undefined {
    const token = this.#scanner.peek();
    if (token.text === ",") return this.#scanner.next();
    if (token.kind === "end" || token.text === "}" || token.text === "]") return undefined;
    const what = bracket.open === "{" ? "key" : "value";
    this.#report(
      token.kind === "punctuation" && token.text !== "{" && token.text !== "["
        ? { offset: token.offset, message: `${shown(token)} doesn't belong here`, fix: 'values are divided by ","' }
        : { offset: this.#scanner.endOfLast, message: `a comma is missing before the next ${what}, ${shown(token)}`, fix: 'add ","' },
    );
    if (token.kind === "punctuation" && token.text !== "{" && token.text !== "[") this.#scanner.next();
    return undefined;
  }

  #readMember(): boolean {
    const key = this.#scanner.peek();
    if (key.text === ":") {
      this.#report({ offset: key.offset, message: "a value has no key", fix: "write its key before the colon" });
    } else if (key.kind === "text" || key.kind === "word" || key.kind === "literal") {
      this.#scanner.next();
      if (key.kind !== "text") {
        this.#report({ offset: key.offset, message: `the key ${key.text} stands without quotes`, fix: `write "${key.text}"` });
      }
    } else return false;
    const colon = this.#scanner.peek();
    if (colon.text === ":" || colon.text === "=") {
      if (colon.text === "=") this.#report({ offset: colon.offset, message: '"=" stands between a key and its value', fix: 'write ":"' });
      this.#scanner.next();
    } else if (colon.text === "," || colon.text === "}" || colon.kind === "end") {
      this.#report({ offset: key.offset, message: `the key ${shown(key)} has no value`, fix: 'add ":" and a value' });
      return true;
    } else this.#report({ offset: this.#scanner.endOfLast, message: `a colon is missing behind the key ${shown(key)}`, fix: 'add ":"' });
    const value = this.#scanner.peek();
    if (!this.#readValue("member")) this.#report({ offset: value.offset, message: `the key ${shown(key)} has no value`, fix: "add one" });
    return true;
  }
}

/** What other languages write in place of JSON's literals. */
const literals: Readonly<Record<string, string>> = {
  True: "true",
  TRUE: "true",
  yes: "true",
  False: "false",
  FALSE: "false",
  no: "false",
  None: "null",
  NULL: "null",
  Null: "null",
  nil: "null",
  undefined: "null",
};

function wordProblem({ offset, text }: JsonToken): JsonProblem {
  const literal = Object.hasOwn(literals, text) ? literals[text] : undefined;
  if (literal !== undefined) return { offset, message: `${text} is no JSON`, fix: `write ${literal}` };
  if (/^[+-]?(NaN|Infinity)$/.test(text))
    return { offset, message: `${text} is no number in JSON`, fix: "leave the key out, or write a number" };
  if (/^[+-]?[\d.]/.test(text)) return { offset, message: `${shorten(text)} is no number in JSON`, ...numberFix(text) };
  return { offset, message: `${shorten(text)} stands without quotes`, fix: `write ${JSON.stringify(shorten(text))}` };
}

function numberFix(text: string): { fix: string } {
  if (text.length > 40) return { fix: "write it between quotes" };
  const plain = text.replace(/^\+/, "").replaceAll("_", "");
  const value = /^-?0x[0-9a-f]+$/i.test(plain) || /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  return { fix: Number.isFinite(value) ? `write ${value}` : "write it with digits alone, or between quotes" };
}

function shown(token: JsonToken): string {
  if (token.kind === "end") return "the end of the file";
  return token.kind === "text" ? shorten(token.text) : token.kind === "punctuation" ? `"${token.text}"` : shorten(token.text);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
