import { readFact, type FactCatalogue, type FactDefinition, type FactSources } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import type { ChooseOptions, CompiledPolicy, Facts } from "@amends/core/rules";
import type { Context, PolicySet } from "@amends/core/stage";
import type { PlannedStage } from "../stage-plan.js";
import type { CaseSource } from "./case-source.js";
import { tracedCase } from "./traced-case.js";

/** A policy that a stage asked, and the facts it asked it with. */
export interface Question {
  readonly policy: CompiledPolicy;
  readonly facts: Facts;
  readonly options: ChooseOptions | undefined;
}

/** A fact that a source could tell, or tell better. */
export interface OpenFact {
  readonly sources: ReadonlySet<CaseSource>;
  /** The fact in another case, as the stage would read it there. */
  readonly readIn: (caseFile: CaseFile, currency: string | undefined) => unknown;
}

/** What a stage decided, and how. */
export interface StageQuestions {
  readonly answer: unknown;
  readonly questions: readonly Question[];
  readonly open: ReadonlyMap<string, OpenFact>;
  /** What the stage itself, and no policy of it, said it lacks. */
  readonly lacks: readonly string[];
}

/**
 * Runs a stage as it is, and tells which policies it asked with which facts, and which of these facts rest on something that one of the
 * sources may tell.
 */
export function questionsOfStage(
  { stage, policySet }: PlannedStage,
  caseFile: CaseFile,
  context: Context,
  sources: readonly CaseSource[],
): StageQuestions {
  const questions: Question[] = [];
  const open = new Map<string, OpenFact>();
  const ofPolicies = new Set<string>();
  const watched = ([name, definition]: [string, FactDefinition]): [string, FactDefinition] => [
    name,
    {
      ...definition,
      derive: (given, around) => {
        const told = new Set<CaseSource>();
        const value = valueOf(
          name,
          definition,
          tracedCase(given, sources, (source) => told.add(source)),
          around,
        );
        if (told.size > 0) open.set(name, { sources: told, readIn: readerOf(name, definition, around) });
        return value;
      },
    },
  ];
  const recorded = (policy: CompiledPolicy): CompiledPolicy => ({
    ...policy,
    decide: (facts, options) => {
      const decision = policy.decide(facts, options);
      questions.push({ policy, facts, options });
      for (const name of decision.missing) ofPolicies.add(name);
      return decision;
    },
  });
  const facts: FactCatalogue = Object.fromEntries(Object.entries(policySet.vocabulary.facts).map(watched));
  const recording: PolicySet = {
    ...policySet,
    vocabulary: { ...policySet.vocabulary, facts },
    policiesFor: (decision) => policySet.policiesFor(decision).map(recorded),
  };
  const answer: unknown = stage.run(caseFile, recording, context);
  return { answer, questions, open, lacks: missingOf(answer).filter((name) => !ofPolicies.has(name)) };
}

/** The names that an answer says are missing. */
export function missingOf(answer: unknown): readonly string[] {
  const { missing } = (answer ?? {}) as { readonly missing?: unknown };
  return Array.isArray(missing) ? missing.filter((name) => typeof name === "string") : [];
}

function valueOf(name: string, { derive }: FactDefinition, caseFile: CaseFile, around: FactSources): unknown {
  if (derive !== undefined) return derive(caseFile, around);
  let at: unknown = caseFile;
  for (const key of name.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function readerOf(name: string, definition: FactDefinition, around: FactSources): OpenFact["readIn"] {
  return (caseFile, currency) => {
    const reading = readFact(name, caseFile, { [name]: definition }, around, currency);
    return "value" in reading ? reading.value : undefined;
  };
}
