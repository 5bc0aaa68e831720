import type { JsonProblem } from "./json-problems.js";

/** A piece of a text that is nearly JSON. */
export interface JsonToken {
  readonly kind: "punctuation" | "text" | "literal" | "word" | "end";
  readonly offset: number;
  /** As it stands; of punctuation, the character that JSON has for it. */
  readonly text: string;
}

const punctuation = new Set(["{", "}", "[", "]", ":", ","]);
/** What keyboards of other languages write in place of JSON's punctuation. */
const wide: Readonly<Record<string, string>> = {
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "：": ":",
  "，": ",",
  "、": ",",
};
/** Quotes that aren't JSON's, with those that end them. */
const quotes: Readonly<Record<string, string>> = {
  "'": "'",
  "`": "`",
  "“": '”“"',
  "”": '”"',
  "„": '“”"',
  "‘": "’‘",
  "’": "’",
  "«": "»",
  "＂": "＂",
  "「": "」",
};
const blank = /[ \t\r\n]/;
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Cuts a text into the pieces of JSON, and reports what no piece of JSON is. */
export class JsonScanner {
  readonly #text: string;
  readonly #report: (problem: JsonProblem) => void;
  #at = 0;
  #ahead: JsonToken | undefined;
  /** Where the last piece that was taken ends. */
  endOfLast = 0;
  /** Whether the text ends inside quotes: everything that is open behind it is open because of that. */
  breaksOff = false;

  constructor(text: string, report: (problem: JsonProblem) => void) {
    this.#text = text;
    this.#report = report;
  }

  peek(): JsonToken {
    this.#ahead ??= this.#scan();
    return this.#ahead;
  }

  next(): JsonToken {
    const token = this.peek();
    this.#ahead = undefined;
    this.endOfLast = this.#at;
    return token;
  }

  /** The text from a place on, as far as anything looks. */
  textFrom(offset: number): string {
    return this.#text.slice(offset, offset + 80);
  }

  /** Goes on behind what was read in another way than token by token. */
  goOnAt(offset: number): void {
    this.#ahead = undefined;
    this.#at = offset;
    this.endOfLast = offset;
  }

  lineOf(offset: number): number {
    return this.#text.slice(0, offset).split(/\r\n|\n|\r/).length;
  }

  #scan(): JsonToken {
    this.#skip();
    const offset = this.#at;
    const character = this.#text[offset];
    if (character === undefined) return { kind: "end", offset, text: "" };
    const meant = wide[character];
    if (meant !== undefined) {
      this.#report({ offset, message: `"${character}" is not JSON's punctuation`, fix: `write "${meant}"` });
      this.#at += 1;
      return { kind: "punctuation", offset, text: meant };
    }
    if (punctuation.has(character) || character === "=" || character === ";" || character === "(" || character === ")") {
      this.#at += 1;
      return { kind: "punctuation", offset, text: character };
    }
    if (character === '"') return this.#scanText(offset);
    if (Object.hasOwn(quotes, character)) return this.#scanForeignText(offset, quotes[character] as string);
    return this.#scanWord(offset);
  }

  #skip(): void {
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) return;
      if (blank.test(character)) this.#at += 1;
      else if (invisible.test(character)) {
        const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        this.#report({ offset: this.#at, message: `an invisible character (U+${point}) stands here`, fix: "take it out" });
        this.#at += 1;
      } else if (character === "#" || this.#text.startsWith("//", this.#at)) this.#skipComment("\n");
      else if (this.#text.startsWith("/*", this.#at)) this.#skipComment("*/");
      else return;
    }
  }

  #skipComment(end: string): void {
    this.#report({
      offset: this.#at,
      message: "JSON has no comments",
      fix: 'take it out; "description" and "because" have room for reasons',
    });
    const found = this.#text.indexOf(end, this.#at + 1);
    this.#at = found < 0 ? this.#text.length : found + end.length;
  }

  #scanText(offset: number): JsonToken {
    const text = this.#text;
    let at = offset + 1;
    for (; at < text.length; at += 1) {
      const character = text[at] as string;
      if (character === '"') {
        this.#at = at + 1;
        return { kind: "text", offset, text: text.slice(offset, at + 1) };
      }
      if (character === "\\") {
        const escape = /^\\(["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
        if (escape === null) {
          const wrong = JSON.stringify(text.slice(at, at + 2)).slice(2, -1);
          this.#report({
            offset: at,
            message: `"\\${wrong.replace(/^\\/, "")}" is no escape of JSON`,
            fix: "a backslash itself is written twice",
          });
          // The character behind may end the text, if a path that ends with a backslash was meant.
          if (text[at + 1] !== "\n" && text[at + 1] !== "\r") at += 1;
        } else at += escape[0].length - 1;
      } else if (character === "\n" || character === "\r") {
        const end = this.#lineEnds(offset, at);
        if (end !== undefined) return end;
      } else if (character < " ") {
        const name =
          character === "\t" ? "a tab" : `a control character (U+${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()})`;
        const fix = character === "\t" ? "write \\t" : "take it out";
        this.#report({ offset: at, message: `${name} stands inside a text`, fix });
      }
    }
    this.breaksOff = true;
    this.#report({ offset, message: "this text is never closed", fix: "add the closing quote" });
    this.#at = text.length;
    return { kind: "text", offset, text: text.slice(offset) };
  }

  /** A line ends inside a text: the closing quote is missing, unless what follows reads as more of the text. */
  #lineEnds(offset: number, at: number): JsonToken | undefined {
    const line = this.#text.slice(offset, at);
    if (!/^\s*(["{}[\]]|$)/.test(this.#text.slice(at))) {
      this.#report({ offset: at, message: "a line ends inside a text", fix: "write the line end as \\n, or close the text" });
      return undefined;
    }
    this.#report({ offset, message: "this text is not closed on its line", fix: "add the closing quote" });
    // What stands at the end of the line was meant to stand behind the quote.
    let end = line.length;
    while (end > 1 && " \t,}]".includes(line[end - 1] as string)) end -= 1;
    this.#at = offset + end;
    return { kind: "text", offset, text: `${line.slice(0, end)}"` };
  }

  #scanForeignText(offset: number, ends: string): JsonToken {
    const text = this.#text;
    let at = offset + 1;
    while (at < text.length && !ends.includes(text[at] as string) && text[at] !== "\n" && text[at] !== "\r")
      at += text[at] === "\\" ? 2 : 1;
    const isClosed = at < text.length && ends.includes(text[at] as string);
    const inner = text.slice(offset + 1, at);
    this.#at = isClosed ? at + 1 : at;
    this.#report({
      offset,
      message: `${text[offset]} is no quote of JSON`,
      fix: `write ${JSON.stringify(inner.length > 40 ? `${inner.slice(0, 40)}…` : inner)}`,
    });
    return { kind: "text", offset, text: JSON.stringify(inner) };
  }

  #scanWord(offset: number): JsonToken {
    const text = this.#text;
    let at = offset;
    while (
      at < text.length &&
      !/[\s{}[\]:,"'=;()“”，：｛｝［］]/.test(text[at] as string) &&
      !text.startsWith("//", at) &&
      !text.startsWith("/*", at)
    )
      at += 1;
    this.#at = Math.max(at, offset + 1);
    const word = text.slice(offset, this.#at);
    const isLiteral = word === "true" || word === "false" || word === "null" || number.test(word);
    return { kind: isLiteral ? "literal" : "word", offset, text: word };
  }
}
