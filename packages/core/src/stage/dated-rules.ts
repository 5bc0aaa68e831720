import type { KeyPart } from "./key-part.js";

/** What dates a policy: the first instant known at some slots, and the days on which rules begin and end, in order. */
export class DatedRules implements KeyPart {
  readonly #indices: readonly number[];
  readonly #days: readonly string[];

  constructor(indices: readonly number[], days: readonly string[]) {
    this.#indices = indices;
    this.#days = days;
  }

  /** How many of the days had come by the date that counts; a case without one counts like an early one. */
  classIn(values: readonly unknown[]): number {
    for (const index of this.#indices) {
      const at = values[index];
      if (typeof at !== "string") continue;
      let passed = 0;
      // Instants are in UTC here and begin with their dates, so that both compare as texts do.
      while (passed < this.#days.length && (this.#days[passed] as string) <= at) passed += 1;
      return passed;
    }
    return 0;
  }
}
