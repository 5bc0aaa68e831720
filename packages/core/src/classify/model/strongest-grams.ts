import { countUses } from "./feature-places.js";
import { modelOutputs } from "./model-outputs.js";
import type { WeighedRows } from "./weighed-rows.js";

/** Grams that stand in the very same messages count at most so many times over where one stands for all. */
const mostTwins = 6;

/**
 * The grams that say most, in the order of their keys: those of great weights that stand in many messages. Of grams that stand in the
 * very same messages one is kept, and speaks for the others.
 *
 * @param messages the places of each message's grams
 */
export function strongestGrams({ keys, values }: WeighedRows, messages: readonly (readonly number[])[], most: number): WeighedRows {
  const outputs = modelOutputs.length;
  const uses = countUses(messages, keys.length);
  const kept = [...twins(messages, uses)]
    .map(([gram, others]) => {
      const times = Math.min(others + 1, mostTwins);
      const own = values.subarray(gram * outputs, (gram + 1) * outputs).map((value) => value * times);
      return { gram, own, strength: own.reduce((sum, value) => sum + value * value, 0) * uses[gram]! };
    })
    .sort((left, right) => right.strength - left.strength || left.gram - right.gram)
    .slice(0, most)
    .sort((left, right) => left.gram - right.gram);
  const strongest = new Float64Array(kept.length * outputs);
  for (const [place, { own }] of kept.entries()) strongest.set(own, place * outputs);
  return { keys: Int32Array.from(kept, ({ gram }) => keys[gram]!), values: strongest };
}

/** Grams of different messages, and how many others stand in the very same ones as each. */
function twins(messages: readonly (readonly number[])[], uses: Float64Array): Map<number, number> {
  const signatures = new Float64Array(uses.length);
  for (const [message, own] of messages.entries()) {
    const share = mixed(message + 1);
    for (const gram of own) signatures[gram]! += share;
  }
  const firsts = new Map<string, number>();
  const others = new Map<number, number>();
  for (const [gram, signature] of signatures.entries()) {
    const group = `${signature} ${uses[gram]}`;
    const first = firsts.get(group);
    if (first === undefined) {
      firsts.set(group, gram);
      others.set(gram, 0);
    } else others.set(first, others.get(first)! + 1);
  }
  return others;
}

/** A number for a message that tells it from others, also in sums. */
function mixed(message: number): number {
  const spread = Math.imul(message ^ 0x5bd1e995, 0x9e3779b1);
  return (Math.imul(spread ^ (spread >>> 15), 0x2c1b3c6d) ^ (spread >>> 7)) >>> 0;
}
