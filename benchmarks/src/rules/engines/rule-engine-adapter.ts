import type { BenchmarkRule } from "../workload/benchmark-rule.js";
import type { Ticket } from "../workload/generate-tickets.js";

/** A set of rules ready to decide. What it answers is the engine's own; only `names` and `name` read it, outside the clock. */
export interface BuiltRules<All = unknown, First = unknown> {
  /** Every rule that fires. A promise only where the engine gives one. */
  findAll(ticket: Ticket): All | Promise<All>;
  /** The names of the rules in an answer of `findAll`, in any order. */
  names(answer: All): readonly string[];
  /** The first rule that fires, by descending priority, then file order; left out where the engine has no way to stop early. */
  readonly first?: {
    find(ticket: Ticket): First | Promise<First>;
    name(answer: First): string | undefined;
  };
}

/** One engine, and how the benchmark's rules are written for it. */
export interface RuleEngineAdapter {
  /** As the command line and the table call it. */
  readonly name: string;
  /** What is measured, in one sentence: version, and the form the rules take. */
  readonly description: string;
  /** Prepares rules for both questions; of one that isn't asked, an engine may leave the work out. */
  build(rules: readonly BenchmarkRule[], question: Question): BuiltRules | Promise<BuiltRules>;
}

/** What an engine is asked: every rule that fires, or the first. */
export const questions = ["all", "first"] as const;
export type Question = (typeof questions)[number];

/** Keeps the answers' types together inside an adapter and hides them from everyone else. */
export function builtRules<All, First = never>(built: BuiltRules<All, First>): BuiltRules {
  return built;
}
