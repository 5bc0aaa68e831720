import type { PolicyRule } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { leavesOfPolicy } from "../witness/condition-parts.js";

/** The facts that the standard policies of a decision read, the most usual first; behind them the other facts of the stage. */
export function usualFacts(stage: AnyStage, decision: string): string[] {
  const asked = stage.policies.filter((policy) => policy.decision === decision);
  const read = asked.flatMap((policy) => [...leavesOfPolicy(policy)].map(({ leaf }) => leaf.fact));
  const others = stage.policies.flatMap((policy) => [...leavesOfPolicy(policy)].map(({ leaf }) => leaf.fact));
  const known = [...byCount(read), ...byCount(others), ...Object.keys(stage.facts)].filter((fact) => Object.hasOwn(stage.facts, fact));
  return [...new Set(known)];
}

/** The event types of a decision, the one that its standard policies use most first. */
export function usualEvents(stage: AnyStage, decision: string): string[] {
  const types = stage.decisions[decision] ?? [];
  const used = stage.policies
    .filter((policy) => policy.decision === decision)
    .flatMap(({ rules }) => rules.map(({ event }: PolicyRule) => event.type))
    .filter((type) => types.includes(type));
  return [...new Set([...byCount(used), ...types])];
}

function byCount(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left).map(([word]) => word);
}
