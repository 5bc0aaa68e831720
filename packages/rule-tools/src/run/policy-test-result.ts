import type { Explanation } from "@amends/core/rules";
import type { Difference } from "../match-expected.js";
import type { TestInput } from "../test-format/policy-test.js";

/** How one test came out. */
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
  /** Why it could not be decided at all. */
  readonly error?: string;
  readonly differences: readonly Difference[];
  /** The rules that decided: this policy's by name, or those of the stage as policy/rule where a case was decided. */
  readonly rules: readonly string[];
  /** Where a test of facts fails: what each condition saw. */
  readonly explanation?: Explanation;
}
