import type { FactOperand } from "./condition-node.js";
import type { FindingList } from "./finding-list.js";
import type { OperatorRegistry } from "./operator-registry.js";
import type { RuleOptions } from "./rule-options.js";

/** Finds the word that was probably meant among those known; undefined when none was. */
export type SuggestWord = (kind: "operator" | "decorator" | "group", written: string, known: readonly string[]) => string | undefined;

/** What checking carries along: where findings go, the operators known, and how many conditions were met so far. */
export interface CheckContext {
  readonly options: RuleOptions;
  readonly findings: FindingList;
  readonly operators: OperatorRegistry;
  /** The operands met so far, by fact and path. */
  readonly operands: Map<string, Map<string | undefined, FactOperand>>;
  /** Asked for each unknown word. Checking policies brings one; `compileRules` spares its users the weight of it. */
  readonly suggest: SuggestWord | undefined;
  /** How many conditions the rules may have in all. */
  readonly nodesAtMost: number;
  nodes: number;
}
