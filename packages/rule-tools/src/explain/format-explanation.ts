import type { Explanation } from "@amends/core/rules";
import { explainSentences, explainTree, type SentenceLanguage, type TreeStyle } from "@amends/core/rules/explain";
import type { ExplainedDecision, ExplainedScore } from "./case-explanation.js";
import { formatScores } from "./format-scores.js";

/** How explanations are written down. */
export interface FormatExplanationOptions {
  /** Default: `en`. */
  readonly language?: SentenceLanguage;
  /** Trees of conditions instead of sentences. */
  readonly tree?: boolean;
  readonly style?: TreeStyle;
  /** What was found in the message; written before the first decision of the classification. */
  readonly scores?: readonly ExplainedScore[];
}

/**
 * Explained decisions as people read them, one after another.
 *
 * @example
 * import { formatDecisions } from "@amends/rule-tools";
 * formatDecisions([{ stage: "remedies", decision: "offer", times: 2, decided: [], policies: [] }]); // => "remedies: offer (asked 2 times)\n"
 */
export function formatDecisions(decisions: readonly ExplainedDecision[], options: FormatExplanationOptions = {}): string {
  const reading = decisions.findIndex(({ stage }) => stage === "classification");
  return decisions
    .map(({ stage, decision, times, policies }, index) => {
      const strong = options.style?.strong ?? ((text: string) => text);
      const head = `${strong(`${stage}: ${decision}`)}${times === 1 ? "" : timesAsked(times, options.language)}`;
      const found = index === reading && options.scores !== undefined ? `${formatScores(options.scores, options)}\n` : "";
      return `${found}${[head, ...policies.map((policy) => indent(formatExplanation(policy, options)))].join("\n")}\n`;
    })
    .join("\n");
}

/**
 * One explanation as people read it.
 *
 * @example
 * import { compilePolicy } from "@amends/core/rules";
 * import { formatExplanation } from "@amends/rule-tools";
 * const policy = compilePolicy({ policy: "shop/flags", version: "1.0.0", stage: "classification", decision: "flags", decide: "all", rules: [] });
 * formatExplanation(policy.explain({})); // => "No rule of shop/flags fired."
 */
export function formatExplanation(explanation: Explanation, options: FormatExplanationOptions = {}): string {
  if (options.tree === true) return explainTree(explanation, options.style);
  return explainSentences(explanation, options.language ?? "en").join("\n");
}

function timesAsked(times: number, language: SentenceLanguage | undefined): string {
  return language === "zh" ? `（询问 ${times} 次）` : ` (asked ${times} times)`;
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
