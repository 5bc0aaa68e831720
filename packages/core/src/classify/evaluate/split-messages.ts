import { requireList, requireObject } from "../../errors/require-argument.js";
import { groupBy } from "./group-by.js";
import type { LabelledMessage } from "./labelled-message.js";
import { seededSequence } from "./seeded-sequence.js";

/** One part of a cross-validation: what is learned from, and what is answered. */
export interface Fold {
  /** The authors held out, or the number of the part. */
  readonly name: string;
  readonly train: readonly LabelledMessage[];
  readonly test: readonly LabelledMessage[];
}

/** How messages are split. */
export interface SplitOptions {
  /** How many parts at most: 5 unless told. */
  readonly parts?: number;
  readonly seed?: number;
}

/** An author of one label alone is dealt out over all parts, from this share of the messages on: a part of one label shows nothing. */
const largeShare = 0.05;

/**
 * Splits messages for cross-validation. Where authors are given, all messages of one author are held out together, so that what is
 * measured is how well unknown people are understood; else each label is dealt out evenly, in an order drawn by the seed.
 *
 * @returns two parts at least, in which every message is held out once; none for fewer than two messages
 * @example
 * import { splitMessages } from "@amends/core/classify/evaluate";
 * const folds = splitMessages([
 *   { text: "a", author: "Ann", issueTypes: ["invoice"] },
 *   { text: "b", author: "Bo", issueTypes: ["invoice"] },
 *   { text: "c", author: "Ann", issueTypes: ["account"] },
 * ]);
 * folds.map(({ name, test }) => [name, test.length]); // => [["Ann", 2], ["Bo", 1]]
 */
export function splitMessages(messages: readonly LabelledMessage[], options: SplitOptions = {}): Fold[] {
  requireList(messages, "messages");
  requireObject(options, "options");
  const { parts = 5, seed = 20260101 } = options;
  const authors = new Set(messages.map(({ author }) => author));
  const held = authors.size > 1 && !authors.has(undefined) ? byAuthor(messages, parts) : byLabel(messages, parts, seed);
  return [...held]
    .filter(([, test]) => test.size > 0)
    .map(([name, test]) => ({
      name,
      train: messages.filter((message) => !test.has(message)),
      test: messages.filter((message) => test.has(message)),
    }))
    .filter(({ train }) => train.length > 0);
}

function byAuthor(messages: readonly LabelledMessage[], parts: number): ReadonlyMap<string, ReadonlySet<LabelledMessage>> {
  const authors = groupBy(messages, ({ author }) => author as string);
  const isSpread = (own: readonly LabelledMessage[]): boolean =>
    own.length > 1 && own.length >= messages.length * largeShare && new Set(own.map(wordOf)).size === 1;
  const whole = [...authors].filter(([, own]) => !isSpread(own)).sort(([, left], [, right]) => right.length - left.length);
  if (whole.length < 2) return byLabel(messages, parts, 0);
  const bins = Array.from({ length: Math.min(parts, whole.length) }, () => ({ names: [] as string[], held: new Set<LabelledMessage>() }));
  for (const [name, own] of whole) {
    const smallest = bins.reduce((least, bin) => (bin.held.size < least.held.size ? bin : least));
    smallest.names.push(name);
    for (const message of own) smallest.held.add(message);
  }
  const spread = [...authors.values()].filter(isSpread).flat();
  spread.forEach((message, index) => bins[index % bins.length]?.held.add(message));
  const nameOf = (names: readonly string[]): string =>
    names.length <= 3 ? names.join(", ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
  return new Map(bins.map(({ names, held }) => [nameOf(names), held]));
}

function byLabel(messages: readonly LabelledMessage[], parts: number, seed: number): ReadonlyMap<string, ReadonlySet<LabelledMessage>> {
  const sequence = seededSequence(seed);
  const bins = Array.from({ length: Math.min(parts, messages.length) }, () => new Set<LabelledMessage>());
  let next = 0;
  for (const own of groupBy(messages, labelOf).values()) {
    for (const message of shuffled(own, sequence)) {
      bins[next % bins.length]?.add(message);
      next += 1;
    }
  }
  return new Map(bins.map((held, index) => [`part ${index + 1}`, held]));
}

function shuffled(messages: readonly LabelledMessage[], sequence: ReturnType<typeof seededSequence>): LabelledMessage[] {
  const order = [...messages];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = sequence.below(last + 1);
    [order[last], order[other]] = [order[other] as LabelledMessage, order[last] as LabelledMessage];
  }
  return order;
}

function labelOf(message: LabelledMessage): string {
  return `${message.language ?? "und"} ${wordOf(message)}`;
}

function wordOf({ issueTypes, sentiments }: LabelledMessage): string {
  return issueTypes?.[0] ?? sentiments?.[0] ?? "";
}
