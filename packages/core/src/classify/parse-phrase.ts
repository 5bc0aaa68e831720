import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { namesListed, quotable } from "../errors/quoted.js";

/** One piece of a phrase: words in a row, one of several alternatives, or room for other words. */
export type PhrasePiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "choice"; readonly alternatives: readonly string[] }
  | { readonly kind: "gap"; readonly reach: number };

const mostSequences = 256;
const nested = /\([^)]*[({]/u;
/** A word between costs 5, a character of a script without spaces 2: three words or eight characters for `~`, twice that for `&`. */
const gapReach = 16;
const eitherOrderReach = 32;

/** The sequences of pieces a phrase stands for: one, or more where parts of it may be left out, glued to a word or in either order. */
export function parsePhrase(phrase: string, groups: Readonly<Record<string, readonly string[]>>): PhrasePiece[][] {
  if (nested.test(phrase) && /[\p{L}\p{N}]/u.test(phrase)) {
    throw unreadable(
      "lexicon-phrase-unreadable",
      `"${quotable(phrase)}" has alternatives or a group within alternatives`,
      "write the alternatives out: they can't stand within each other",
    );
  }
  const sides = phrase.split(" & ");
  const [left, right] = sides;
  if (sides.length === 2 && left !== undefined && right !== undefined) {
    const gap: PhrasePiece = { kind: "gap", reach: eitherOrderReach };
    const rights = parsePhrase(right, groups);
    return parsePhrase(left, groups).flatMap((one) =>
      rights.flatMap((other) => [
        [...one, gap, ...other],
        [...other, gap, ...one],
      ]),
    );
  }
  const sequences = writeOutGlued(phrase).flatMap((written) => sequencesOf(written.split(/(\{[^{}]*\}|\([^()]*\))/u), phrase, groups));
  const told = sequences.map(withoutEdgeGaps).filter((sequence) => sequence.length > 0);
  if (told.length <= mostSequences) return told;
  throw unreadable(
    "phrase_too_wide",
    `"${quotable(phrase)}" stands for more than ${mostSequences} sequences`,
    "use fewer parts that may be left out",
  );
}

/** Room at either end of a phrase leaves room for nothing. */
function withoutEdgeGaps(sequence: readonly PhrasePiece[]): PhrasePiece[] {
  const isWord = (piece: PhrasePiece): boolean => piece.kind !== "gap";
  return sequence.slice(Math.max(0, sequence.findIndex(isWord)), sequence.findLastIndex(isWord) + 1);
}

/** Alternatives written together with a word, such as `colo(u|)r`, as so many words. */
function writeOutGlued(phrase: string): string[] {
  const glued = /(?<=[^\s(){}|~])\(([^()]*)\)|\(([^()]*)\)(?=[^\s(){}|~])/u.exec(phrase);
  if (glued === null) return [phrase];
  const choices = (glued[1] ?? glued[2] ?? "").split("|");
  const written = choices.flatMap((choice) =>
    writeOutGlued(phrase.slice(0, glued.index) + choice + phrase.slice(glued.index + glued[0].length)),
  );
  if (written.length <= mostSequences) return written;
  throw unreadable(
    "phrase_too_wide",
    `"${quotable(phrase)}" stands for more than ${mostSequences} phrases`,
    "use fewer alternatives, or a prefix such as word*",
  );
}

function sequencesOf(parts: readonly string[], phrase: string, groups: Readonly<Record<string, readonly string[]>>): PhrasePiece[][] {
  let sequences: PhrasePiece[][] = [[]];
  const append = (pieces: readonly PhrasePiece[]): void => {
    sequences = sequences.map((sequence) => [...sequence, ...pieces]);
  };
  for (const part of parts) {
    if (part.startsWith("{") || part.startsWith("(")) {
      const alternatives = part.startsWith("{") ? groupOf(part.slice(1, -1), phrase, groups) : part.slice(1, -1).split("|");
      const named = alternatives.filter((each) => each.trim() !== "");
      const piece: PhrasePiece = { kind: "choice", alternatives: named };
      sequences =
        named.length < alternatives.length
          ? [...sequences, ...sequences.map((sequence) => [...sequence, piece])]
          : sequences.map((sequence) => [...sequence, piece]);
    } else append(wordsOf(part));
  }
  return sequences;
}

function wordsOf(part: string): PhrasePiece[] {
  return part
    .split(/(~)/u)
    .map((text): PhrasePiece => (text === "~" ? { kind: "gap", reach: gapReach } : { kind: "words", text: text.trim() }))
    .filter((piece) => piece.kind !== "words" || piece.text !== "");
}

function groupOf(name: string, phrase: string, groups: Readonly<Record<string, readonly string[]>>): readonly string[] {
  if (Object.hasOwn(groups, name)) return groups[name] as readonly string[];
  throw unreadable(
    "group_unknown",
    `"${quotable(phrase)}" quotes a group "${quotable(name)}"`,
    `use one of ${namesListed(Object.keys(groups))}`,
  );
}

function unreadable(code: string, message: string, fix: string): InvalidPolicyError {
  return new InvalidPolicyError([{ code, message, path: "phrases", fix }], "The lexicon can't be loaded:");
}
