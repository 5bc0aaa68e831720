import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import type { Finding } from "../../errors/finding.js";
import { ruleLimits } from "./rule-limits.js";

/** Gathers findings up to a bound, so that a hostile input can't grow the error without end. */
export class FindingList {
  readonly #findings: Finding[] = [];

  get isFull(): boolean {
    return this.#findings.length >= ruleLimits.findings;
  }

  add(finding: Finding): void {
    if (!this.isFull) this.#findings.push(finding);
  }

  throwIfAny(): void {
    if (this.#findings.length === 0) return;
    const rest: Finding[] = this.isFull
      ? [
          {
            code: "too_many_findings",
            message: `only the first ${ruleLimits.findings} findings are listed`,
            fix: "mend these, then check again",
          },
        ]
      : [];
    throw new InvalidPolicyError([...this.#findings, ...rest], "The rules can't be compiled:");
  }
}
