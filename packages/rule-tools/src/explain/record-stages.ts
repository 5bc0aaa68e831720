import type { CompiledPolicy, Decision, Facts } from "@amends/core/rules";
import { compilePolicySet, type AnyStage, type DecideOptions, type PolicySet } from "@amends/core/stage";

/** What one policy was asked: the facts it saw, and what it decided alone. */
export interface AskedPolicy {
  readonly compiled: CompiledPolicy;
  readonly facts: Facts;
  readonly options: DecideOptions | undefined;
  readonly decision: Decision;
}

/** A decision that a stage asked of all its policies at once. */
export interface AskedDecision {
  readonly stage: string;
  readonly decision: string;
  readonly policies: readonly AskedPolicy[];
}

/** The same stages, and every decision they ask from now on. */
export interface RecordedStages {
  readonly stages: readonly AnyStage[];
  readonly asked: readonly AskedDecision[];
}

/**
 * Stages that decide as those given do and keep what their policies saw: the facts of the real evaluation, with what a stage finds out
 * meanwhile.
 */
export function recordStages(stages: readonly AnyStage[]): RecordedStages {
  const asked: AskedDecision[] = [];
  const recorded = stages.map((stage): AnyStage => {
    const run: AnyStage["run"] = (caseFile, given = stage.policies, context) => {
      const set = Array.isArray(given) ? compilePolicySet(stage, given) : (given as PolicySet);
      return stage.run(caseFile, recordSet(stage.name, set, asked), context);
    };
    return { ...stage, run };
  });
  return { stages: recorded, asked };
}

/** A stage looks up the policies of a decision once each time it asks it. */
function recordSet(stage: string, set: PolicySet, asked: AskedDecision[]): PolicySet {
  return {
    ...set,
    policiesFor: (decision) => {
      const policies: AskedPolicy[] = [];
      let isKept = false;
      return set.policiesFor(decision).map((compiled) => ({
        ...compiled,
        decide: (facts, options) => {
          const decided = compiled.decide(facts, options);
          if (!isKept) asked.push({ stage, decision, policies });
          isKept = true;
          policies.push({ compiled, facts, options, decision: decided });
          return decided;
        },
      }));
    },
  };
}
