import type { KeyPart } from "./idempotency-key.js";
import { writeQuickly } from "./write-quickly.js";

/** The parts that several keys begin with: a list in canonical JSON, up to the parts that differ. */
export class KeyStart {
  readonly parts: readonly (string | number | null)[];
  #text: string | undefined;

  constructor(parts: readonly KeyPart[]) {
    const known = new Array<string | number | null>(parts.length);
    for (let index = 0; index < parts.length; index += 1) known[index] = parts[index] ?? null;
    this.parts = known;
  }

  /** The list with the comma before the parts that differ; undefined where a part can't be written quickly. */
  text(): string | undefined {
    if (this.#text !== undefined) return this.#text;
    let text = "[";
    for (const part of this.parts) {
      const written = writeQuickly(part);
      if (written === undefined) return undefined;
      text += `${written},`;
    }
    this.#text = text;
    return text;
  }
}
