const nobody = -1;

/** The agents with a free place, in a list for each pool, who has been idle for longest first; linked in typed arrays. */
export class IdleAgents {
  readonly #poolOf: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #listed: Uint8Array;
  readonly #since: Float64Array;

  constructor(poolOf: Int32Array, pools: number) {
    this.#poolOf = poolOf;
    this.#first = new Int32Array(pools).fill(nobody);
    this.#last = new Int32Array(pools).fill(nobody);
    this.#next = new Int32Array(poolOf.length).fill(nobody);
    this.#previous = new Int32Array(poolOf.length).fill(nobody);
    this.#listed = new Uint8Array(poolOf.length);
    this.#since = new Float64Array(poolOf.length);
  }

  /** Who has been idle for longest of a pool, or -1. */
  firstOf(pool: number): number {
    return this.#first[pool] as number;
  }

  since(agent: number): number {
    return this.#since[agent] as number;
  }

  has(agent: number): boolean {
    return this.#listed[agent] === 1;
  }

  /** Puts an agent at the end of the list; one who is in it moves there. */
  add(agent: number, now: number): void {
    this.remove(agent);
    const pool = this.#poolOf[agent] as number;
    const last = this.#last[pool] as number;
    this.#previous[agent] = last;
    this.#next[agent] = nobody;
    if (last === nobody) this.#first[pool] = agent;
    else this.#next[last] = agent;
    this.#last[pool] = agent;
    this.#listed[agent] = 1;
    this.#since[agent] = now;
  }

  remove(agent: number): void {
    if (this.#listed[agent] === 0) return;
    const pool = this.#poolOf[agent] as number;
    const [previous, next] = [this.#previous[agent] as number, this.#next[agent] as number];
    if (previous === nobody) this.#first[pool] = next;
    else this.#next[previous] = next;
    if (next === nobody) this.#last[pool] = previous;
    else this.#previous[next] = previous;
    this.#listed[agent] = 0;
  }
}
