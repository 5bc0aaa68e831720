import { closest, distance } from "fastest-levenshtein";

/**
 * The word that was probably meant: the nearest one, if no more than a third of its letters differ.
 *
 * @example
 * import { nearestWord } from "@amends/core/errors";
 * nearestWord("ticket.chanel", ["ticket.channel", "order.total"]); // => "ticket.channel"
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0 || word.length > 200) return undefined;
  const best = closest(word, words);
  return distance(word, best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}

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
