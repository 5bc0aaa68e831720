/** Numbers that look random and are the same for the same seed, on every machine (mulberry32). */
export class RandomSequence {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True this often. */
  chance(likelihood: number): boolean {
    return this.next() < likelihood;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** An item, each as likely as its weight says; without weights all alike. */
  pick<Item>(items: readonly Item[], weights?: readonly number[]): Item {
    if (weights === undefined) return items[this.whole(0, items.length - 1)] as Item;
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = items.findIndex((_item, index) => (left -= weights[index] as number) < 0);
    return items[found === -1 ? items.length - 1 : found] as Item;
  }

  /** `count` different items. */
  sample<Item>(items: readonly Item[], count: number, weights?: readonly number[]): Item[] {
    const left = items.map((item, index) => ({ item, weight: weights?.[index] ?? 1 }));
    return Array.from({ length: Math.min(count, items.length) }, () => {
      const chosen = this.pick(
        left,
        left.map(({ weight }) => weight),
      );
      left.splice(left.indexOf(chosen), 1);
      return chosen.item;
    });
  }
}
