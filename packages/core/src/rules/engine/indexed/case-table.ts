import { none } from "./instructions.js";

const triesAtMost = 64;

/**
 * The cases of all nodes in one table: a node's case of a code stands at the node's base plus the code, in pairs of the node it
 * belongs to and its target. Bases are chosen so that nodes fill each other's gaps.
 */
export class CaseTable {
  readonly pairs: number[] = [];
  #start = 0;

  /** Places the cases of a node; answers its base. */
  place(owner: number, cases: readonly (readonly [code: number, target: number])[]): number {
    const base = this.#baseFor(cases.map(([code]) => code));
    for (const [code, target] of cases) {
      const at = (base + code) * 2;
      while (this.pairs.length <= at) this.pairs.push(none, none);
      this.pairs[at] = owner;
      this.pairs[at + 1] = target;
    }
    return base;
  }

  #baseFor(codes: readonly number[]): number {
    const smallest = Math.min(...codes);
    while (this.#isTaken(this.#start)) this.#start += 1;
    let at = this.#start;
    for (let tries = 0; tries < triesAtMost; tries += 1, at += 1) {
      const base = at - smallest;
      if (base >= 0 && codes.every((code) => !this.#isTaken(base + code))) return base;
    }
    return this.pairs.length / 2;
  }

  #isTaken(at: number): boolean {
    return (this.pairs[at * 2] ?? none) !== none;
  }
}
