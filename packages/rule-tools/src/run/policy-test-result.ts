import type { Difference } from "../match-expected.js";
import type { TestInput } from "../test-format/policy-test.js";
import type { SeenRule } from "./seen-rule.js";

/** How one test came out; plain data, as a worker can send it. */
export interface PolicyTestResult {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly policy: string;
  readonly name: string;
  readonly kind: TestInput["kind"];
  readonly status: "passed" | "failed" | "todo";
  /** Why it is still to do. */
  readonly todo?: string;
  /** On a test still to do: what it asks for holds by now. */
  readonly holds?: boolean;
  /** What a person should still check of it. */
  readonly review?: string;
  /** Why it could not be decided at all. */
  readonly error?: string;
  readonly differences: readonly Difference[];
  /** The rules that decided: this policy's by name, or those of the stage as policy/rule where a case was decided. */
  readonly rules: readonly string[];
  /** Where a test fails: what the conditions of the rules it names, or of those nearest to fire, saw. */
  readonly seen?: readonly SeenRule[];
}
