import type { PackedTrie } from "./packed-trie.js";
import type { PhraseHit } from "./phrase-hit.js";
import { PhraseSearch } from "./phrase-search.js";
import type { Token } from "./token.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import { wordMarks } from "./word-marks.js";

const read = new ScratchNumbers();

/**
 * Finds every phrase of the tree in the tokens, in a list of the caller's own. The work has a bound whatever the text.
 *
 * @param turn Which search of the text it is, from 0: mostly the same trees search the same words in the same order.
 */
export function findPhrases(trie: PackedTrie, tokens: readonly Token[], turn = 0): PhraseHit[] {
  const bareIsAny = trie.strictDiacritics && !writesDiacritics(tokens);
  const places = read.ofLength(tokens.length);
  return trie.symbols.read(tokens, bareIsAny, places, turn) ? new PhraseSearch(trie, tokens, places).all() : [];
}

/** Of so many words one must have a diacritic for the writer to be one who types them. */
const wordsToOneDiacritic = 3;

/** Whether a text is typed with diacritics, so that a word without them is itself and not another. */
function writesDiacritics(tokens: readonly Token[]): boolean {
  let words = 0;
  let marked = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const { kind, marks } = tokens[index] as Token;
    if (kind !== "word") continue;
    words += 1;
    if ((marks & wordMarks.diacritics) !== 0) marked += 1;
  }
  return marked * wordsToOneDiacritic > words;
}
