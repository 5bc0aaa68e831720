/** Gives out ids. */
export type IdSource = () => string;

/**
 * Ids that count up, so that the same case gets the same ids every time.
 *
 * @example
 * import { countingIds } from "@amends/core/contracts";
 * countingIds("N-")(); // => "N-1"
 */
export function countingIds(prefix = "id-"): IdSource {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}
