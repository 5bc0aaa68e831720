/** The waiting tickets of one kind, the smallest key on top, of equal keys the earlier ticket; a heap in a typed array. */
export class WaitingLine {
  readonly #keys: Float64Array;
  #tickets = new Int32Array(64);
  #size = 0;

  /** @param keys The key of each ticket, by its number. */
  constructor(keys: Float64Array) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#size;
  }

  /** The first ticket, or -1. */
  get first(): number {
    return this.#size === 0 ? -1 : (this.#tickets[0] as number);
  }

  push(ticket: number): void {
    if (this.#size === this.#tickets.length) {
      const tickets = new Int32Array(this.#size * 2);
      tickets.set(this.#tickets);
      this.#tickets = tickets;
    }
    const tickets = this.#tickets;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(ticket, tickets[above] as number)) break;
      tickets[at] = tickets[above] as number;
      at = above;
    }
    tickets[at] = ticket;
  }

  /** Takes the first ticket away; only where there is one. */
  pop(): void {
    const tickets = this.#tickets;
    this.#size -= 1;
    const size = this.#size;
    const last = tickets[size] as number;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= size) break;
      if (below + 1 < size && this.#before(tickets[below + 1] as number, tickets[below] as number)) below += 1;
      if (!this.#before(tickets[below] as number, last)) break;
      tickets[at] = tickets[below] as number;
      at = below;
    }
    tickets[at] = last;
  }

  #before(one: number, other: number): boolean {
    const [left, right] = [this.#keys[one] as number, this.#keys[other] as number];
    return left < right || (left === right && one < other);
  }
}
