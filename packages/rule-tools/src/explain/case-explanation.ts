import type { CaseFile, EvidenceSpan } from "@amends/core/model";
import type { Explanation } from "@amends/core/rules";

/** Why one decision of a stage came out as it did: each policy that was asked. */
export interface ExplainedDecision {
  readonly stage: string;
  readonly decision: string;
  /** How often the stage asked it with these very facts. */
  readonly times: number;
  /** The rules that decided among all policies, as policy/rule. */
  readonly decided: readonly string[];
  readonly policies: readonly Explanation[];
}

/** What a message says for a label: the phrases, and the points that rules go by. */
export interface ExplainedScore {
  readonly label: string;
  /** What rules saw as the fact `scores.` with the label; absent where no rule asked for it. */
  readonly points?: number;
  readonly phrases: readonly EvidenceSpan[];
}

/** Why a case was decided as it was. */
export interface CaseExplanation {
  /** The case as decided; absent where a policy decided over facts alone. */
  readonly caseFile?: CaseFile;
  /** In the order in which the stages asked. */
  readonly decisions: readonly ExplainedDecision[];
  /** What was found in the message, by label in the order of the text; where a decision of the classification is explained. */
  readonly scores?: readonly ExplainedScore[];
}
