import { parsePhrase, type PhrasePiece } from "../parse-phrase.js";
import type { PhraseHit } from "../phrase-hit.js";

interface Word {
  readonly text: string;
  readonly cost: number;
  /** What stands before it: nothing, a comma, or the end of a sentence. */
  readonly breakBefore: 0 | 1 | 2;
}

/** Somewhere behind a piece: the word before it, and whether all words so far belong to the phrase. */
interface Place {
  readonly last: number;
  readonly contiguous: boolean;
  /** Whether room for other words stands before it. */
  readonly isBehindGap: boolean;
}

/** Every phrase in a text of words, commas and full stops, each hit once as JSON, in order: by trying each phrase at each word. */
export function plainlyFound(phrases: readonly string[], text: string): string[] {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (const [end, phrase] of phrases.entries())
    for (const sequence of parsePhrase(phrase, {}))
      for (const first of words.keys()) {
        let places: Place[] = [{ last: first - 1, contiguous: true, isBehindGap: false }];
        for (const [at, piece] of sequence.entries()) places = places.flatMap((place) => behind(piece, place, words, at === 0));
        for (const { last, contiguous } of places) found.add(JSON.stringify({ end, first, last, contiguous } satisfies PhraseHit));
      }
  return [...found].sort();
}

function behind(piece: PhrasePiece, place: Place, words: readonly Word[], isFirst: boolean): Place[] {
  if (piece.kind === "gap") return behindGap(piece.reach, place, words);
  const most = isFirst ? 2 : place.isBehindGap ? 1 : 0;
  const rows = piece.kind === "choice" ? piece.alternatives : [piece.text];
  return rows.flatMap((row) => {
    const parts = row.split(" ");
    const isThere = parts.every((part, at) => {
      const word = words[place.last + 1 + at];
      return word !== undefined && word.breakBefore <= (at === 0 ? most : 0) && isWritten(part, word.text);
    });
    return isThere ? [{ last: place.last + parts.length, contiguous: place.contiguous, isBehindGap: false }] : [];
  });
}

/** Room that words take up to a reach, and that no sentence ends in. */
function behindGap(reach: number, { last, contiguous }: Place, words: readonly Word[]): Place[] {
  const places: Place[] = [];
  let left = reach;
  for (let next = last + 1; next < words.length && left >= 0; next += 1) {
    const { breakBefore, cost } = words[next] as Word;
    if (breakBefore === 2) break;
    places.push({ last: next - 1, contiguous: contiguous && next === last + 1, isBehindGap: true });
    left -= cost;
  }
  return places;
}

const isWritten = (part: string, word: string): boolean => (part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part);

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\p{L}+)([,.]?)/gu)].map(([, word = ""], at, all) => {
    const mark = all[at - 1]?.[2];
    return { text: word, cost: /\p{Script=Han}/u.test(word) ? 2 : 5, breakBefore: at === 0 || mark === "." ? 2 : mark === "," ? 1 : 0 };
  });
}
