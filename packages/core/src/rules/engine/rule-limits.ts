import { findingsAtMost } from "../../errors/first-findings.js";

/** What a set of rules may contain at most. A policy beyond these bounds is refused, never cut. */
export const ruleLimits = {
  /** Levels of conditions, references followed; also levels of a value or of an event's params. */
  depth: 64,
  /** Conditions written in one set of rules. */
  nodes: 100_000,
  /** Conditions of all rules together once every reference stands for the conditions it names. */
  expandedNodes: 1_000_000,
  /** The same for rules that fetch facts as they read them, where a condition takes some 25 µs; they may have ten times as many as are written. */
  expandedNodesOnDemand: 20_000,
  /** Entries of one list or object. */
  listLength: 100_000,
  /** Characters (UTF-16 code units) of one string. */
  stringLength: 10_000,
  /** Decorators before one operator, as in `not:everyFact:in`. */
  decorators: 64,
  /** Findings listed before checking stops. */
  findings: findingsAtMost,
} as const;
