import { requireList } from "../../errors/require-argument.js";
import { type JudgedAnswer, truthOf } from "./judged-answer.js";

/** How often one label was answered where another, or the same, was right. */
export interface Confusion {
  readonly truth: string;
  readonly answer: string;
  readonly count: number;
}

/** Every pair of truth and answer that occurs: a confusion matrix without its empty cells, by name. */
export function confusions(judged: readonly JudgedAnswer[]): Confusion[] {
  const counts = new Map<string, Map<string, number>>();
  for (const each of judged) {
    const truth = truthOf(each);
    const row = counts.get(truth) ?? new Map<string, number>();
    counts.set(truth, row);
    row.set(each.answer, (row.get(each.answer) ?? 0) + 1);
  }
  const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number => (left < right ? -1 : 1);
  return [...counts].sort(byName).flatMap(([truth, row]) => [...row].sort(byName).map(([answer, count]) => ({ truth, answer, count })));
}

/**
 * The pairs most often taken for each other: wrong answers alone, most first.
 *
 * @example
 * import { worstConfusions } from "@amends/core/classify/evaluate";
 * const pairs = [
 *   { truth: "invoice", answer: "invoice", count: 9 },
 *   { truth: "account", answer: "invoice", count: 2 },
 * ];
 * worstConfusions(pairs, 5).map(({ truth, answer }) => `${truth} taken for ${answer}`); // => ["account taken for invoice"]
 */
export function worstConfusions(pairs: readonly Confusion[], most: number): Confusion[] {
  requireList(pairs, "pairs");
  return pairs
    .filter(({ truth, answer }) => truth !== answer)
    .sort((left, right) => right.count - left.count)
    .slice(0, most);
}
