import fc from "fast-check";
import { expect, it } from "vitest";
import { compileLexicon } from "./compile-lexicon.js";
import { findPhrases } from "./find-phrases.js";
import { parseLexicon } from "./lexicon.js";
import { readTokens } from "./read-tokens.js";
import { plainlyFound } from "./testing/plain-search.js";

const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom("ab", "abc", "c", "中") }, { weight: 1, arbitrary: fc.constant("ab*") });
const row = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const choice = fc.array(row, { minLength: 2, maxLength: 3 }).map((rows) => `(${rows.join("|")})`);
const optional = row.map((one) => `(${one}|)`);
const piece = fc.oneof({ weight: 3, arbitrary: row }, { weight: 2, arbitrary: choice }, { weight: 1, arbitrary: optional });
const between = fc.constantFrom(" ", " ~ ", " ~ ", " & ");
/** `&` may stand in a phrase once. */
const phrase = fc
  .tuple(piece, fc.array(fc.tuple(between, piece), { maxLength: 3 }))
  .map(([first, rest]) => rest.reduce((all, [mark, next]) => all + (all.includes("&") ? " ~ " : mark) + next, first));

/** One of the phrases in words, with so many others in its gaps. */
const saying = fc.record({
  which: fc.nat(),
  alternative: fc.nat({ max: 2 }),
  gap: fc.oneof(
    fc.nat({ max: 7 }).map((count) => "zz ".repeat(count)),
    fc.nat({ max: 17 }).map((count) => "天 ".repeat(count)),
  ),
});
const text = fc.record({
  // So that sayings stand around each place at which the bits of tokens begin anew.
  before: fc.nat({ max: 70 }),
  sayings: fc.array(saying, { minLength: 1, maxLength: 4 }),
  marks: fc.array(fc.constantFrom(" ", " ", " ", " ", " ", " ", ", ", ". "), { minLength: 7, maxLength: 13 }),
});

function written(
  phrases: readonly string[],
  { before, sayings, marks }: typeof text extends fc.Arbitrary<infer Text> ? Text : never,
): string {
  const said = sayings.map(({ which, alternative, gap }) =>
    (phrases[which % phrases.length] as string)
      .replace(/\(([^)]*)\)/gu, (_, rows: string) => rows.split("|").at(alternative % rows.split("|").length) as string)
      .replace(/[~&]/gu, gap)
      .replaceAll("*", ""),
  );
  const words = said.flatMap((each) => each.split(" ").filter((part) => part !== ""));
  return "zz ".repeat(before) + words.map((each, at) => each + (marks[at % marks.length] as string)).join("");
}

it("finds what a plain search finds, wherever gaps and sentences end", () => {
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), fc.array(text, { minLength: 1, maxLength: 4 }), (phrases, texts) => {
      const { trie } = compileLexicon(parseLexicon({ language: "en", phrases: { invoice: { 5: phrases } } }));
      for (const each of texts.map((parts) => written(phrases, parts))) {
        const found = findPhrases(trie, readTokens(each)).map((hit) => JSON.stringify(hit));
        expect([...new Set(found)].sort(), each).toEqual(plainlyFound(phrases, each));
      }
    }),
    { numRuns: 150 },
  );
});
