import type { CaseFile } from "@amends/core/model";
import type { Arrival } from "../arrivals/arrival.js";

/** An arrival and what the desk decided. */
export interface DecidedCase {
  readonly arrival: Arrival;
  readonly caseFile: CaseFile;
}

/** A day's cases, with how long the desk took. */
export interface DecidedDay {
  readonly cases: readonly DecidedCase[];
  /** Whether the audit records link into one whole chain. */
  readonly auditChain: boolean;
  /** Milliseconds a case, in the order of arrival. */
  readonly milliseconds: readonly number[];
  /** What each rule says of itself, by policy/rule. */
  readonly because: ReadonlyMap<string, string>;
}
