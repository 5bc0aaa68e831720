import words from "./reference-words.json" with { type: "json" };

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const byLength = (list: readonly string[]): string =>
  [...list]
    .sort((left, right) => right.length - left.length)
    .map(escape)
    .join("|");

/** A number behind a word for what it is: `order no. 4711`, `Sendungsnummer: 00340434`. The number is group 1. */
export function referenceExpression(kind: "order" | "tracking", code: string): RegExp {
  const between = `(?:[ \\t]{0,3}[#:：.()（）-]{0,2}[ \\t]{0,3}(?:${byLength(words.number)})(?![\\p{L}]))`;
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${byLength(words[kind])})s?${between}{0,3}[ \\t]{0,3}[#:：.(（-]{0,3}[ \\t]{0,3}(${code})(?![A-Za-z0-9])`,
    "giu",
  );
}
