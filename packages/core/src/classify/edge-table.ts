const none: readonly number[] = [];

/** The children of nodes by symbol. */
export class EdgeTable {
  readonly #mask: number;
  readonly #symbols: number;
  /** By slot: the node and the symbol as one number, -1 in an empty one. */
  readonly #keys: Int32Array | Float64Array;
  /** By slot: the only child or, below -1, the place of the list of several. */
  readonly #children: Int32Array;
  readonly #lists: (readonly number[])[] = [];

  /** A table for so many edges between so many nodes by so many symbols. */
  constructor(edges: number, nodes: number, symbols: number) {
    let capacity = 16;
    while (capacity < edges * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#symbols = symbols;
    this.#keys = nodes * symbols < 2 ** 31 ? new Int32Array(capacity) : new Float64Array(capacity);
    this.#keys.fill(-1);
    this.#children = new Int32Array(capacity);
  }

  add(node: number, symbol: number, children: readonly number[]): void {
    let slot = this.#slotOf(node, symbol);
    while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = node * this.#symbols + symbol;
    this.#children[slot] = children.length === 1 ? (children[0] as number) : -1 - this.#lists.push(children);
  }

  /** The child; -1 where there is none, and less where there are several. */
  childOf(node: number, symbol: number): number {
    const keys = this.#keys;
    const wanted = node * this.#symbols + symbol;
    for (let slot = this.#slotOf(node, symbol); ; slot = (slot + 1) & this.#mask) {
      const key = keys[slot];
      if (key === -1) return -1;
      if (key === wanted) return this.#children[slot] as number;
    }
  }

  childrenOf(node: number, symbol: number): readonly number[] {
    const child = this.childOf(node, symbol);
    return child >= 0 ? [child] : child === -1 ? none : this.listOf(child);
  }

  /** The children that {@link childOf} answered a number below -1 for. */
  listOf(child: number): readonly number[] {
    return this.#lists[-2 - child] as readonly number[];
  }

  #slotOf(node: number, symbol: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }
}
