import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import type { Finding } from "../../errors/finding.js";
import { ruleLimits } from "./rule-limits.js";

/** Gathers findings up to a bound, so that a hostile input can't grow the error without end. */
export class FindingList {
  readonly #findings: Finding[] = [];

  get isFull(): boolean {
    return this.#findings.length >= ruleLimits.findings;
  }

  /** Adds what is wrong at a path; answers undefined, as a check does that has nothing to answer. */
  add(code: string, path: string, message: string, expected?: string, fix?: string): undefined {
    if (!this.isFull) this.#findings.push(findingOf(code, path, message, expected, fix));
  }

  throwIfAny(): void {
    if (this.#findings.length === 0) return;
    if (this.isFull) {
      const message = `only the first ${ruleLimits.findings} findings are listed`;
      this.#findings.push({ code: "too_many_findings", message, fix: "mend these, then check again" });
    }
    throw new InvalidPolicyError(this.#findings, "The rules can't be compiled:");
  }
}

function findingOf(code: string, path: string, message: string, expected?: string, fix?: string): Finding {
  return { code, message, path, ...(expected === undefined ? {} : { expected }), ...(fix === undefined ? {} : { fix }) };
}
