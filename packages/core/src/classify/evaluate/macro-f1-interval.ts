import { type JudgedAnswer, truthOf } from "./judged-answer.js";
import { seededSequence } from "./seeded-sequence.js";

/** Between which bounds a figure lies, by drawing the messages anew. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How samples are drawn. */
export interface BootstrapOptions {
  /** How often: 1,000 unless told. */
  readonly rounds?: number;
  readonly seed?: number;
  /** 0.95 unless told. */
  readonly level?: number;
}

/** One group's messages as numbers: label by label, what is right and what was answered. */
interface Coded {
  readonly truths: Int32Array;
  readonly answers: Int32Array;
  readonly labels: number;
}

/**
 * The interval of a macro-F1 by the percentile bootstrap: as many messages are drawn anew, with repetition, within each group, and
 * the figure, the mean of the groups' macro-F1, is computed again, `rounds` times; its bounds cut off the same share at both ends.
 */
export function macroF1Interval(groups: readonly (readonly JudgedAnswer[])[], options: BootstrapOptions = {}): Interval {
  const { rounds = 1000, seed = 20260101, level = 0.95 } = options;
  const coded = groups.filter(({ length }) => length > 0).map(code);
  if (coded.length === 0) return { low: 0, high: 0 };
  const sequence = seededSequence(seed);
  const figures = new Float64Array(rounds);
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (const group of coded) sum += drawnMacroF1(group, (bound) => sequence.below(bound));
    figures[round] = sum / coded.length;
  }
  figures.sort();
  const cut = Math.floor((rounds * (1 - level)) / 2);
  return { low: figures[cut] ?? 0, high: figures[rounds - 1 - cut] ?? 0 };
}

function code(judged: readonly JudgedAnswer[]): Coded {
  const numbers = new Map<string, number>();
  const numberOf = (label: string): number => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  };
  const truths = Int32Array.from(judged, (each) => numberOf(truthOf(each)));
  const answers = Int32Array.from(judged, ({ answer }) => numberOf(answer));
  return { truths, answers, labels: numbers.size };
}

function drawnMacroF1({ truths, answers, labels }: Coded, below: (bound: number) => number): number {
  const support = new Int32Array(labels);
  const said = new Int32Array(labels);
  const right = new Int32Array(labels);
  for (let drawn = 0; drawn < truths.length; drawn += 1) {
    const at = below(truths.length);
    const truth = truths[at] as number;
    const answer = answers[at] as number;
    support[truth] = (support[truth] as number) + 1;
    said[answer] = (said[answer] as number) + 1;
    if (truth === answer) right[truth] = (right[truth] as number) + 1;
  }
  let sum = 0;
  let counted = 0;
  for (let label = 0; label < labels; label += 1) {
    if (support[label] === 0) continue;
    sum += (2 * (right[label] as number)) / ((support[label] as number) + (said[label] as number));
    counted += 1;
  }
  return sum / counted;
}
