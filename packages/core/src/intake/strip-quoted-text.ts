import { requireText } from "../errors/require-argument.js";
import {
  frameMark,
  framedWords,
  headerKindsOf,
  isBoilerplate,
  isOriginalMark,
  isQuotedLine,
  isReplyAbove,
  isSentFrom,
  isSignatureMark,
} from "./mail-line.js";
import { MailLines, type MailLine } from "./mail-lines.js";

/** A message cut into what its writer wrote now and what stood there already. */
export interface StrippedText {
  readonly text: string;
  /** Quoted mail and what relays added; "" where there is none. */
  readonly quoted: string;
  /** The signature and lines such as "Sent from my iPhone"; "" where there is none. */
  readonly signature: string;
}

type Part = "text" | "quoted" | "signature";

const headerLines = 6;

/** Whether mail headers begin here: From and at least one of Sent, To and Subject close by, in any order. */
function isHeaderBlock(lines: readonly MailLine[], at: number): boolean {
  const first = headerKindsOf(lines[at]?.plain ?? "");
  if (first === undefined) return false;
  const block: ReadonlySet<string>[] = [first];
  for (const line of lines.slice(at + 1, at + headerLines)) {
    const kinds = headerKindsOf(line.plain);
    if (kinds !== undefined) block.push(kinds);
    else if (line.plain === "" && block.length > 1) break;
  }
  const has = (kind: string) => block.some((kinds) => kinds.has(kind));
  return has("from") && (has("sent") || has("to")) && (has("subject") || block.length >= 3);
}

/** Only what stands between a relay's "begin message" and "end message" is the buyer's. */
function withinFrame(lines: readonly MailLine[]): { from: number; to: number } {
  const begin = lines.findIndex((line) => frameMark(line.plain) === "begin");
  const end = lines.findIndex((line, index) => index > begin && frameMark(line.plain) === "end");
  return begin === -1 || end === -1 || !hasContent(lines.slice(begin + 1, end))
    ? { from: 0, to: lines.length }
    : { from: begin + 1, to: end };
}

const longestSignature = 8;

/** Whether a signature begins here: a few lines, then nothing or quoted mail. A longer text below dashes is the writer's. */
function isSignature(lines: MailLines, at: number): boolean {
  if (!isSignatureMark(lines.all[at]?.raw ?? "")) return false;
  const end = Math.min(lines.all.length, at + 4 * longestSignature);
  let written = 0;
  for (let below = at + 1; below < end && !lines.startsQuote(below); below += 1) {
    if (lines.all[below]?.raw.trim() !== "") written += 1;
    if (written > longestSignature) return false;
  }
  return true;
}

const hasContent = (lines: readonly MailLine[]): boolean => lines.some((line) => line.raw.trim() !== "");
const isRule = (line: MailLine | undefined): boolean => line !== undefined && framedWords(line.plain) === "";

/** The part each line belongs to. */
function partsOf(mail: MailLines): Part[] {
  const lines = mail.all;
  const frame = withinFrame(lines);
  const parts: Part[] = lines.map((_, index) => (index < frame.from || index >= frame.to ? "quoted" : "text"));
  let written = false;
  let signing = false;
  for (let at = frame.from; at < frame.to; at += 1) {
    const line = lines[at] as MailLine;
    const rest = () => parts.fill("quoted", at, frame.to);
    if (isQuotedLine(line.raw)) {
      parts[at] = "quoted";
      signing = false;
      continue;
    }
    if (line.plain === "") {
      if (signing) parts[at] = "signature";
      written ||= line.raw.trim() !== "";
      continue;
    }
    const attribution = mail.attributionAt(at);
    const next =
      attribution === 0 ? undefined : lines.slice(at + attribution, at + attribution + 4).find((following) => following.raw.trim() !== "");
    if (attribution > 0 && next !== undefined && isQuotedLine(next.raw)) {
      parts.fill("quoted", at, at + attribution);
      signing = false;
      at += attribution - 1;
    } else if (
      attribution > 0 ||
      isOriginalMark(line.plain) ||
      isHeaderBlock(lines, at) ||
      (isRule(line) && isHeaderBlock(lines, at + 1))
    ) {
      // Nothing of the writer's own above: a forwarded or bottom-posted mail can't be told apart, so it stays.
      if (written) return rest();
    } else if (isReplyAbove(line.plain)) {
      if (written) return rest();
      parts[at] = "quoted";
    } else if (isBoilerplate(line.plain)) parts[at] = "quoted";
    else if (isSentFrom(line.plain)) parts[at] = "signature";
    else if (signing || (written && isSignature(mail, at))) {
      signing = true;
      parts[at] = "signature";
    } else written = true;
  }
  return parts;
}

const tidy = (text: string): string => text.replace(/\n{3,}/g, "\n\n").trim();

/**
 * Takes quoted mail, signatures and what marketplaces' relays add out of a message, in the habits of 17 languages' mail programs.
 * Answers below or between quoted lines stay. Where nothing would be left the whole message stays. Linear in the length of the text.
 *
 * @example
 * import { stripQuotedText } from "@amends/core/intake";
 * stripQuotedText("Wo ist mein Paket?\n\nAm 3. März 2026 um 10:00 schrieb Shop <help@shop.example>:\n> Guten Tag").text; // => "Wo ist mein Paket?"
 * stripQuotedText("> Did it arrive?\nNo!\n-- \nMaria").signature; // => "-- \nMaria"
 */
export function stripQuotedText(text: string): StrippedText {
  requireText(text, "text");
  const lines = new MailLines(text);
  const parts = partsOf(lines);
  const of = (part: Part) =>
    tidy(
      lines.all
        .filter((_, index) => parts[index] === part)
        .map(({ raw }) => raw)
        .join("\n"),
    );
  const own = of("text");
  return own === "" ? { text: text.trim(), quoted: "", signature: "" } : { text: own, quoted: of("quoted"), signature: of("signature") };
}
