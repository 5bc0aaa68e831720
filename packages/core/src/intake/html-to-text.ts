import { requireText } from "../errors/require-argument.js";
import { Tokenizer } from "htmlparser2";
import elements from "./html-elements.json" with { type: "json" };

const hiding = new Set(elements.hidden);
const breaking = new Set(elements.blocks);
const parting = new Set(elements.paragraphs);
const empty = new Set(elements.empty);
const quotes = new RegExp(`(?:^|\\s)(?:${elements.quoteClasses.join("|")})(?:\\s|$)`);
const known = [...new Set([...elements.blocks, ...elements.inline, ...elements.hidden])].join("|");
const opening = new RegExp(`<(${known})(?:\\s[^<>]{0,2000})?>`, "gi");
const closing = new RegExp(`</(${known})\\s{0,8}>`, "gi");

/**
 * Whether a text is HTML: it starts as a document, has a line break tag, or opens and closes the same element. A lone `<b>`, `<3`
 * or an address in angle brackets is no HTML.
 *
 * @example
 * import { isHtml } from "@amends/core/intake";
 * [isHtml("<p>Hello</p>"), isHtml("2 < 3 and 5 > 4")]; // => [true, false]
 */
export function isHtml(text: string): boolean {
  requireText(text, "text");
  if (!text.includes("<")) return false;
  if (/^\s{0,1000}<(?:!doctype\s+html|html[\s>])/i.test(text) || /<br\s{0,8}\/?>/i.test(text)) return true;
  const opened = new Set([...text.matchAll(opening)].map((match) => match[1]?.toLowerCase()));
  return opened.size > 0 && [...text.matchAll(closing)].some((match) => opened.has(match[1]?.toLowerCase()));
}

/** Gathers lines, white space collapsed, each marked if it is quoted. Pieces are joined once, so that many small ones stay cheap. */
class TextLines {
  private readonly lines: string[] = [];
  private pieces: string[] = [];
  private quoted = false;
  private blank = true;
  private visible = false;
  private spaced = true;

  add(text: string, quoted: boolean, keepSpace: boolean): void {
    if (keepSpace) {
      const [first = "", ...others] = text.split(/\r\n|\r|\n/);
      this.append(first, quoted);
      for (const other of others) {
        this.end();
        this.append(other, quoted);
      }
      return;
    }
    const collapsed = text.replace(/[^\S\u00a0]+/g, " ");
    this.append(this.spaced ? collapsed.replace(/^ /, "") : collapsed, quoted);
  }

  private append(text: string, quoted: boolean): void {
    if (text === "") return;
    if (this.pieces.length === 0) this.quoted = quoted;
    this.pieces.push(text);
    this.visible ||= text.trim() !== "";
    this.spaced = text.endsWith(" ");
  }

  private clear(): void {
    this.pieces = [];
    this.quoted = false;
    this.visible = false;
    this.spaced = true;
  }

  end(): void {
    const line = this.pieces.join("").trimEnd();
    this.lines.push(this.quoted && this.visible ? `> ${line}` : line);
    this.blank = !this.visible;
    this.clear();
  }

  /** Ends the line if anything stands on it. */
  break(): void {
    if (this.visible) this.end();
    else this.clear();
  }

  /** Ends the line and leaves one blank. */
  part(): void {
    this.break();
    if (!this.blank) this.end();
  }

  get text(): string {
    this.break();
    return this.lines
      .join("\n")
      .replaceAll("\u00a0", " ")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }
}

/**
 * The text of an HTML message as its reader sees it: scripts, styles and hidden parts dropped, entities decoded, blocks on lines of
 * their own, quoted parts (blockquote and the quote containers of mail programs) marked with `> `. Never runs or loads anything;
 * linear in the length of the HTML.
 *
 * @example
 * import { htmlToText } from "@amends/core/intake";
 * htmlToText("<p>Where is it?</p><script>x()</script><blockquote>Fish &amp; chips</blockquote>"); // => "Where is it?\n\n> Fish & chips"
 */
export function htmlToText(html: string): string {
  requireText(html, "html");
  const lines = new TextLines();
  const open = new Map<string, number>();
  const quoteStack: { name: string; level: number }[] = [];
  let hidden: { name: string; level: number } | undefined;
  let preformatted = 0;
  let tag = "";
  let attribute = "";
  let value = "";
  let attributes: Record<string, string> = {};

  const say = (text: string) => {
    if (hidden === undefined) lines.add(text, quoteStack.length > 0, preformatted > 0);
  };
  const isQuote = () => tag === "blockquote" || quotes.test(attributes["class"] ?? "") || quotes.test(attributes["id"] ?? "");
  const isHidden = () =>
    hiding.has(tag) || "hidden" in attributes || /display\s{0,4}:\s{0,4}none/i.test((attributes["style"] ?? "").slice(0, 2000));

  const opened = (closesItself: boolean) => {
    if (tag === "body") hidden = undefined;
    if (hidden === undefined) {
      if (parting.has(tag)) lines.part();
      else if (breaking.has(tag)) lines.break();
      if (tag === "br") lines.end();
      if (tag === "li") say("- ");
      if (tag === "td" || tag === "th") say(" ");
      if (tag === "img" && /\p{Extended_Pictographic}/u.test(attributes["alt"] ?? "")) say(attributes["alt"] ?? "");
    }
    if (closesItself || empty.has(tag)) return;
    const level = (open.get(tag) ?? 0) + 1;
    open.set(tag, level);
    if (tag === "pre") preformatted += 1;
    if (hidden === undefined && isHidden()) hidden = { name: tag, level };
    else if (isQuote()) {
      lines.break();
      quoteStack.push({ name: tag, level });
    }
  };

  const closed = (name: string) => {
    const level = open.get(name) ?? 0;
    if (level === 0) return;
    open.set(name, level - 1);
    if (name === "pre") preformatted -= 1;
    if (hidden?.name === name && level <= hidden.level) {
      hidden = undefined;
      return;
    }
    if (hidden !== undefined) return;
    if (parting.has(name)) lines.part();
    else if (breaking.has(name)) lines.break();
    for (let top = quoteStack.at(-1); top?.name === name && level <= top.level; top = quoteStack.at(-1)) {
      lines.break();
      quoteStack.pop();
    }
  };

  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => say(html.slice(start, end)),
      ontextentity: (codepoint) => say(String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (elements.attributes.includes(attribute)) attributes[attribute] = value;
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag: (start, end) => closed(html.slice(start, end).toLowerCase()),
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return lines.text;
}
