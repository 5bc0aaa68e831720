import { closest, distance } from "fastest-levenshtein";

const longestWord = 200;
const comparedAtMost = 2_000;

/**
 * The word that was probably meant: one that differs in capitals and separators alone, or the nearest one, if no more than a
 * third of its letters differ, or two have changed places.
 *
 * @example
 * import { nearestWord } from "@amends/core/errors";
 * nearestWord("ticket.chanel", ["ticket.channel", "order.total"]); // => "ticket.channel"
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  // A file may hold any number of names, of any length.
  const candidates = words.length > comparedAtMost ? words.slice(0, comparedAtMost) : words;
  const near = candidates.filter(({ length }) => length <= 2 * word.length + 8);
  if (near.length === 0) return undefined;
  const best = closest(word, near);
  const steps = distance(word, best);
  if (steps <= 1) return best;
  const plain = plainLetters(word);
  const same = plain === "" ? undefined : near.find((candidate) => plainLetters(candidate) === plain);
  if (same !== undefined) return same;
  const swapped = words.find(
    (candidate) => candidate.length === word.length && distance(word, candidate) === 2 && inOrder(candidate) === inOrder(word),
  );
  if (swapped !== undefined) return swapped;
  return steps <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}

const plainLetters = (word: string): string => word.toLowerCase().replaceAll(/[\s_.-]/g, "");
const inOrder = (word: string): string => [...word].sort().join("");

/**
 * "did you mean …?", or nothing where no word is near.
 *
 * @example
 * import { didYouMean } from "@amends/core/errors";
 * didYouMean("slaa", ["sla", "risk"]); // => { fix: 'did you mean "sla"?' }
 */
export function didYouMean(word: string, words: readonly string[]): { fix?: string } {
  const nearest = nearestWord(word, words);
  return nearest === undefined ? {} : { fix: `did you mean "${nearest}"?` };
}
