const firstCapacity = 32;
/** So many slots are looked at; a key whose hash is too common takes the place of another. */
const mostTried = 8;

/** Gives keys of some words each a place, from 0 on, by open addressing: a key is found by few looks into memory. */
export class KeyPlaces {
  readonly #words: number;
  /** By hash: the place of a key and 1, or 0. */
  #slots = new Int32Array(2 * firstCapacity);
  /** By place: the words of the key, and last its hash. */
  #keys: Int32Array;
  #count = 0;

  constructor(words: number) {
    this.#words = words;
    this.#keys = new Int32Array(firstCapacity * (words + 1));
  }

  /** How many places were given. */
  get count(): number {
    return this.#count;
  }

  /** The place of a key, or -1. */
  placeOf(key: Int32Array, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let tried = 0; tried < mostTried; tried += 1) {
      const place = (slots[(hash + tried) & mask] as number) - 1;
      if (place < 0 || this.#isAt(place, key)) return place;
    }
    return -1;
  }

  /** The place of a key, which gets one if it has none. */
  placed(key: Int32Array, hash: number): number {
    const before = this.placeOf(key, hash);
    if (before >= 0) return before;
    if (2 * (this.#count + 1) > this.#slots.length) this.#widen();
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let tried = 1; tried < mostTried && this.#slots[slot] !== 0; tried += 1) slot = (hash + tried) & mask;
    const place = this.#slots[slot] === 0 ? this.#count++ : (this.#slots[slot] as number) - 1;
    this.#slots[slot] = place + 1;
    this.#write(place, key, hash);
    return place;
  }

  forget(): void {
    this.#slots.fill(0);
    this.#count = 0;
  }

  #isAt(place: number, key: Int32Array): boolean {
    const keys = this.#keys;
    const start = place * (this.#words + 1);
    for (let at = 0; at < key.length; at += 1) if (keys[start + at] !== key[at]) return false;
    return true;
  }

  #write(place: number, key: Int32Array, hash: number): void {
    const size = this.#words + 1;
    if ((place + 1) * size > this.#keys.length) {
      const larger = new Int32Array(2 * this.#keys.length);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys.set(key, place * size);
    this.#keys[(place + 1) * size - 1] = hash;
  }

  /** Makes room for more. A key that finds none near its hash is forgotten: its place stands for nothing until all are. */
  #widen(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let place = 0; place < this.#count; place += 1) {
      const hash = this.#keys[(place + 1) * (this.#words + 1) - 1] as number;
      let tried = 0;
      while (tried < mostTried && slots[(hash + tried) & mask] !== 0) tried += 1;
      if (tried < mostTried) slots[(hash + tried) & mask] = place + 1;
    }
    this.#slots = slots;
  }
}
