const none: readonly number[] = [];

/** From a node, by a symbol, to its children. */
export type Edge = readonly [node: number, symbol: number, children: readonly number[]];

/** The children of nodes by symbol. */
export class EdgeTable {
  readonly #mask: number;
  readonly #symbols: number;
  /** By slot: the node and the symbol as one number, -1 in an empty one; and the only child or, below -1, the place of the list of several. */
  readonly #slots: Int32Array | Float64Array;
  readonly #lists: (readonly number[])[] = [];

  /** A table of edges by so many symbols. */
  constructor(edges: readonly Edge[], symbols: number) {
    let capacity = 16;
    while (capacity < edges.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#symbols = symbols;
    const nodes = edges.reduce((most, [node]) => Math.max(most, node + 1), 0);
    this.#slots = nodes * symbols < 2 ** 31 ? new Int32Array(capacity * 2) : new Float64Array(capacity * 2);
    this.#slots.fill(-1);
    for (const edge of edges) this.#add(edge);
  }

  #add([node, symbol, children]: Edge): void {
    let slot = this.#slotOf(node, symbol);
    while (this.#slots[slot * 2] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots[slot * 2] = node * this.#symbols + symbol;
    this.#slots[slot * 2 + 1] = children.length === 1 ? (children[0] as number) : -1 - this.#lists.push(children);
  }

  /** The child; -1 where there is none, and less where there are several. */
  childOf(node: number, symbol: number): number {
    const slots = this.#slots;
    const wanted = node * this.#symbols + symbol;
    for (let slot = this.#slotOf(node, symbol); ; slot = (slot + 1) & this.#mask) {
      const key = slots[slot * 2];
      if (key === -1) return -1;
      if (key === wanted) return slots[slot * 2 + 1] as number;
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
