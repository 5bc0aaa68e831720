import { absent, noClass, type KeyPart } from "./key-part.js";

/** Two numbers that a policy compares with each other, by their slots. Whether each is there is told by its own part. */
export class ComparedFacts implements KeyPart {
  readonly #left: number;
  readonly #right: number;

  constructor(left: number, right: number) {
    this.#left = left;
    this.#right = right;
  }

  classIn(values: readonly unknown[]): number {
    const left = values[this.#left];
    const right = values[this.#right];
    if (left === undefined || right === undefined) return absent;
    if (typeof left !== "number" || typeof right !== "number") return noClass;
    if (left < right) return 1;
    if (left > right) return 3;
    return left === right ? 2 : noClass;
  }
}
