/** Of so many bits, one for each hash seen. */
const bits = 65_536;
const mostSeen = 16_384;

/** Tells hashes that come again from those that come once, roughly and in little memory. */
export class RecurringKeys {
  #seen: Uint32Array | undefined;
  #count = 0;

  /** Whether a hash was asked for before; now and then also where only one like it was, or false where it is long ago. */
  isRecurring(hash: number): boolean {
    const seen = (this.#seen ??= new Uint32Array(bits / 32));
    const place = (hash >>> 5) & (bits / 32 - 1);
    const bit = 1 << (hash & 31);
    const word = seen[place] as number;
    if ((word & bit) !== 0) return true;
    if (this.#count >= mostSeen) {
      seen.fill(0);
      this.#count = 0;
    }
    seen[place] = (seen[place] as number) | bit;
    this.#count += 1;
    return false;
  }
}
