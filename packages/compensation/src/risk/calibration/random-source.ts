import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Random numbers that are the same for the same seed, on every machine. */
export interface RandomSource {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** One of several, each as often as its weight. */
  pick<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
}

export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed);
  const share = (): number => uniformFloat64(generator);
  return {
    share,
    whole: (least, most) => uniformInt(generator, least, most),
    happens: (probability) => share() < probability,
    pick: (items, weightOf) => {
      let left = share() * items.reduce((sum, item) => sum + weightOf(item), 0);
      const found = items.find((item) => (left -= weightOf(item)) < 0);
      return found ?? (items.at(-1) as (typeof items)[number]);
    },
  };
}
