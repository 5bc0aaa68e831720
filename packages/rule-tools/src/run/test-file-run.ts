import type { Finding } from "@amends/core/errors";
import type { PolicyCoverage } from "../coverage/policy-coverage.js";
import type { PolicyTestResult } from "./policy-test-result.js";

/** How the tests of one file came out; plain data, as a worker can send it. */
export interface TestFileRun {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly results: readonly PolicyTestResult[];
  /** What its tests show of their policy; absent where that can't be loaded. */
  readonly coverage?: PolicyCoverage;
  /** How many tests were not selected. */
  readonly unselected: number;
  /** Whether it stopped after too many failures. */
  readonly bailed: boolean;
}
