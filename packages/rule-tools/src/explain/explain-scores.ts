import type { EvidenceSpan } from "@amends/core/model";
import type { ExplainedScore } from "./case-explanation.js";
import type { AskedDecision } from "./record-stages.js";

/** The phrases of a message by what they speak for, with the points that rules of any decision saw. */
export function explainScores(evidence: readonly EvidenceSpan[], asked: readonly AskedDecision[]): ExplainedScore[] {
  const seen = asked.flatMap(({ policies }) => policies);
  const byLabel = new Map<string, EvidenceSpan[]>();
  for (const span of evidence) byLabel.set(span.label, [...(byLabel.get(span.label) ?? []), span]);
  return [...byLabel].map(([label, phrases]) => {
    const points = seen.map(({ facts }) => facts[`scores.${label}`]).find((value) => typeof value === "number");
    return { label, ...(points === undefined ? {} : { points }), phrases };
  });
}
