import { AmendsError } from "./base-error.js";
import type { Finding } from "./finding.js";

/** What an input was refused with. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly findings: readonly Finding[];
}

/**
 * Remembers by identity what was refused, so that what a host hands in with every case isn't looked through anew with each. The error
 * is a new one each time: whoever changes one changes no later one.
 *
 * @example
 * import { RefusalMemory } from "@amends/core/errors";
 * const memory = new RefusalMemory();
 * const pack = {};
 * memory.refuse(pack, { code: "pack_invalid", message: "The pack can't be read.", findings: [] }).code; // => "pack_invalid"
 * memory.refusalOf(pack)?.message; // => "The pack can't be read."
 * memory.refusalOf({}); // => undefined
 */
export class RefusalMemory {
  readonly #known = new WeakMap<object, Refusal>();
  readonly #make: (refusal: Refusal) => AmendsError;

  /** `make` gives the error of a refusal, where it isn't a plain AmendsError. */
  constructor(make: (refusal: Refusal) => AmendsError = (refusal) => new AmendsError(refusal)) {
    this.#make = make;
  }

  /** The error with which this very object was refused before; undefined where it wasn't. */
  refusalOf(input: unknown): AmendsError | undefined {
    const refusal = typeof input === "object" && input !== null ? this.#known.get(input) : undefined;
    return refusal === undefined ? undefined : this.#errorOf(refusal);
  }

  /** Remembers a refusal, and gives its error. */
  refuse(input: unknown, refusal: Refusal): AmendsError {
    if (typeof input === "object" && input !== null) this.#known.set(input, { ...refusal, findings: [...refusal.findings] });
    return this.#errorOf(refusal);
  }

  #errorOf(refusal: Refusal): AmendsError {
    return this.#make({ ...refusal, findings: refusal.findings.map((finding) => ({ ...finding })) });
  }
}
