import type { FindingList } from "./finding-list.js";
import type { OperatorRegistry } from "./operator-registry.js";

/** What checking carries along: where findings go, the operators known, and how many conditions were met so far. */
export interface CheckContext {
  readonly findings: FindingList;
  readonly operators: OperatorRegistry;
  /** Whether a path resolver of the caller reads `path`, so that its form is not ours to check. */
  readonly anyPath: boolean;
  /** Whether `{ "fact": … }` in an event's params stands for the fact's value. */
  readonly fillsEvents: boolean;
  /** How many conditions the rules may have in all. */
  readonly nodesAtMost: number;
  nodes: number;
}
