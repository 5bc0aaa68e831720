import { requireList, requireText } from "@amends/core/errors";
import { protectedPatterns } from "./protected-patterns.js";
import type { ProtectedValue } from "./protected-values.js";

/** A text as a translator may see it, and what stands behind each of its marks. */
export interface ProtectedText {
  /** With ⟦1⟧, ⟦2⟧ … in place of what must come back as it is. */
  readonly text: string;
  /** What stood there, in order: the first is ⟦1⟧. */
  readonly values: readonly ProtectedValue[];
}

interface Span extends ProtectedValue {
  readonly start: number;
  readonly end: number;
}

/**
 * A text with marks in place of everything that must come back from a translation as it is: placeholders, web and e-mail addresses,
 * amounts, percentages, order and tracking numbers, and the values given, such as names. Each place gets a mark of its own.
 *
 * @example
 * import { protectText } from "@amends/replies";
 * const { text, values } = protectText("Hello Ana, we refund $25.00 for 12-34567-89012.", [{ kind: "name", value: "Ana" }]);
 * text; // => "Hello ⟦1⟧, we refund ⟦2⟧ for ⟦3⟧."
 * values.map(({ value }) => value); // => ["Ana", "$25.00", "12-34567-89012"]
 */
export function protectText(text: string, values: readonly ProtectedValue[] = []): ProtectedText {
  requireText(text, "text");
  requireList(values, "values");
  const spans = [
    ...values.flatMap(({ kind, value }) => spansOf(text, kind, exactly(value))),
    ...protectedPatterns.flatMap(({ kind, pattern }) => spansOf(text, kind, pattern)),
  ];
  // The longest of those that overlap is the whole of what is meant.
  const chosen: Span[] = [];
  for (const span of spans.toSorted((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start)) {
    if (chosen.every(({ start, end }) => span.end <= start || span.start >= end)) chosen.push(span);
  }
  const inOrder = chosen.toSorted((one, other) => one.start - other.start);
  const parts: string[] = [];
  let after = 0;
  for (const [index, { start, end }] of inOrder.entries()) {
    parts.push(text.slice(after, start), markOf(index));
    after = end;
  }
  return { text: parts.join("") + text.slice(after), values: inOrder.map(({ kind, value }) => ({ kind, value })) };
}

/** The mark of a value by its place among the values, from 0. */
export const markOf = (index: number): string => `⟦${index + 1}⟧`;

function spansOf(text: string, kind: ProtectedValue["kind"], pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: value, index }) =>
    value === "" ? [] : [{ kind, value, start: index, end: index + value.length }],
  );
}

const spaced = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Hangul}\\p{N}]";

/** A value as a whole: inside a longer word it is another, in scripts that put spaces between words. */
function exactly(value: string): RegExp {
  const isSpaced = (end: string | undefined) => new RegExp(`^${spaced}$`, "u").test(end ?? "");
  const characters = Array.from(value);
  const before = isSpaced(characters[0]) ? `(?<!${spaced})` : "";
  const after = isSpaced(characters.at(-1)) ? `(?!${spaced})` : "";
  return new RegExp(`${before}${value.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}${after}`, "gu");
}
