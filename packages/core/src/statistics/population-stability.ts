/**
 * The population stability index: how far the shares of the bins have moved from what was expected. By convention below 0.1
 * little has changed, and from 0.25 on much. Takes the counts of the same bins, in the same order.
 *
 * A bin that is empty in one of the two counts half an observation there, for the logarithm of nothing is infinite; a bin that is
 * empty in both counts nothing. Undefined where one of the two has no observation at all.
 *
 * Throws RangeError for lists of different length and counts that are no whole numbers of zero or more.
 * Source: Siddiqi (2006), Credit Risk Scorecards; it is the symmetric divergence of Jeffreys (1946).
 *
 * @example
 * import { populationStability } from "@amends/core/statistics";
 * populationStability([50, 50], [50, 50]); // => 0
 * populationStability([50, 50], [75, 25])?.toFixed(4); // => "0.2747"
 */
export function populationStability(expected: readonly number[], actual: readonly number[]): number | undefined {
  if (expected.length !== actual.length) {
    throw new RangeError(`There are ${expected.length} and ${actual.length} bins; expected the same bins.`);
  }
  for (const count of [...expected, ...actual]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`A bin counts ${count}; expected a whole number of 0 or more.`);
  }
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const [before, after] = [sum(expected), sum(actual)];
  if (before === 0 || after === 0) return undefined;
  return expected.reduce((index, count, bin) => {
    const now = actual[bin] as number;
    if (count === 0 && now === 0) return index;
    const [was, is] = [Math.max(count, 0.5) / before, Math.max(now, 0.5) / after];
    return index + (is - was) * Math.log(is / was);
  }, 0);
}
