import type { PolicyTestRun } from "../run/collect-test-run.js";
import type { SourceFile } from "../source-file.js";
import type { ReportStyle } from "./report-style.js";

/** What a report may know beside the run. Without any of it a report is the same for the same run. */
export interface ReportOptions {
  /** The files that were run; findings quote their lines. */
  readonly files?: readonly SourceFile[];
  /** Whether coverage belongs into the report. */
  readonly coverage?: boolean;
  /** What is wrong with the run as a whole, such as a coverage that is too low. */
  readonly complaints?: readonly string[];
  /** The version of the tool. */
  readonly version?: string;
  /** Each test that passed, in the report for people. */
  readonly verbose?: boolean;
  /** How the report for people is coloured. */
  readonly style?: ReportStyle;
}

/** Writes a run in one form. */
export type Reporter = (run: PolicyTestRun, options?: ReportOptions) => string;
