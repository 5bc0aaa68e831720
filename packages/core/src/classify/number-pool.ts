const firstCapacity = 256;

/** Lists of numbers in one memory, each known by its place: to follow a list of its own for each would cost more than to read it. */
export class NumberPool {
  numbers = new Int32Array(firstCapacity);
  /** Place 0 is that of no list. */
  #length = 1;

  /** Keeps a list; where it begins. */
  add(list: readonly number[]): number {
    const place = this.#length;
    const length = place + list.length;
    if (length > this.numbers.length) {
      const larger = new Int32Array(Math.max(length, this.numbers.length * 2));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers.set(list, place);
    this.#length = length;
    return place;
  }
}

/** Whether a number is among those of a list in ascending order, from a place up to another. */
export function includesBetween(numbers: Int32Array, first: number, end: number, wanted: number): boolean {
  let from = first;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const found = numbers[middle] as number;
    if (found === wanted) return true;
    if (found < wanted) from = middle + 1;
    else to = middle;
  }
  return false;
}
