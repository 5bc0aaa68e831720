/** A binary heap of times with a number each, the earliest on top, in typed arrays: adding and taking allocates nothing but growth. */
export class EventHeap {
  #times = new Float64Array(1024);
  #payloads = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The earliest time; Infinity where nothing is left. */
  get earliest(): number {
    return this.#size === 0 ? Infinity : (this.#times[0] as number);
  }

  push(time: number, payload: number): void {
    if (this.#size === this.#times.length) this.#grow();
    const [times, payloads] = [this.#times, this.#payloads];
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((times[above] as number) <= time) break;
      times[at] = times[above] as number;
      payloads[at] = payloads[above] as number;
      at = above;
    }
    times[at] = time;
    payloads[at] = payload;
  }

  /** Takes the earliest away and gives its number; only where the heap isn't empty. */
  pop(): number {
    const [times, payloads] = [this.#times, this.#payloads];
    const top = payloads[0] as number;
    this.#size -= 1;
    const size = this.#size;
    const time = times[size] as number;
    const payload = payloads[size] as number;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= size) break;
      if (below + 1 < size && (times[below + 1] as number) < (times[below] as number)) below += 1;
      if ((times[below] as number) >= time) break;
      times[at] = times[below] as number;
      payloads[at] = payloads[below] as number;
      at = below;
    }
    times[at] = time;
    payloads[at] = payload;
    return top;
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2);
    times.set(this.#times);
    this.#times = times;
    const payloads = new Int32Array(this.#payloads.length * 2);
    payloads.set(this.#payloads);
    this.#payloads = payloads;
  }
}
