/** A map that forgets its oldest entries beyond `limit`, so that hostile input can't fill the memory. */
export class BoundedCache<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** The value of `key`, built once and kept until `limit` newer keys have come. */
  getOrBuild(key: Key, build: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const value = build();
    if (this.#entries.size >= this.#limit) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
    this.#entries.set(key, value);
    return value;
  }
}
