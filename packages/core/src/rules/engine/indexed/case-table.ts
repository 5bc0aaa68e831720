import { none } from "./instructions.js";

const triesAtMost = 64;

/**
 * The cases of all nodes in one table: a node's case of a code stands at the node's base plus the code, beside the node it
 * belongs to. Bases are chosen so that nodes fill each other's gaps.
 */
export class CaseTable {
  readonly owners: number[] = [];
  readonly targets: number[] = [];
  #start = 0;

  /** Places the cases of a node; answers its base. */
  place(owner: number, cases: readonly (readonly [code: number, target: number])[]): number {
    const base = this.#baseFor(cases.map(([code]) => code));
    for (const [code, target] of cases) {
      const at = base + code;
      while (this.owners.length <= at) {
        this.owners.push(none);
        this.targets.push(none);
      }
      this.owners[at] = owner;
      this.targets[at] = target;
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
    return this.owners.length;
  }

  #isTaken(at: number): boolean {
    return (this.owners[at] ?? none) !== none;
  }
}
