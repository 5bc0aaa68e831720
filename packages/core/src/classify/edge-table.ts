const none: readonly number[] = [];
const stride = 4;

/** The children of nodes by symbol. */
export class EdgeTable {
  readonly #mask: number;
  /** By slot: the node, -1 in an empty one; the symbol; the only child or, below -1, the place of the list of several. */
  readonly #slots: Int32Array;
  readonly #lists: (readonly number[])[] = [];

  constructor(size: number) {
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * stride).fill(-1);
  }

  add(node: number, symbol: number, children: readonly number[]): void {
    let slot = this.#slotOf(node, symbol);
    while (this.#slots[slot * stride] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots.set([node, symbol, children.length === 1 ? (children[0] as number) : -1 - this.#lists.push(children)], slot * stride);
  }

  /** The child; -1 where there is none, and less where there are several. */
  childOf(node: number, symbol: number): number {
    const slots = this.#slots;
    let slot = this.#slotOf(node, symbol);
    for (;;) {
      const at = slot * stride;
      const found = slots[at] as number;
      if (found === -1) return -1;
      if (found === node && slots[at + 1] === symbol) return slots[at + 2] as number;
      slot = (slot + 1) & this.#mask;
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
