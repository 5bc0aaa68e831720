import type { Question } from "./engines/rule-engine-adapter.js";
import type { Variant } from "./workload/workload.js";

/** One set of rules and one question. */
export interface RuleSetCase {
  readonly variant: Variant;
  readonly count: number;
  readonly question: Question;
}

/** What one engine took to decide a ticket by one set of rules. */
export interface EngineFigures {
  readonly engine: string;
  readonly microseconds: number;
  readonly buildMilliseconds: number;
  /** On how many tickets its answers were compared; an engine that is too slow is compared on fewer than all. */
  readonly ticketsChecked: number;
}

/** Why an engine has no figures. */
export interface EngineFailure {
  readonly engine: string;
  readonly reason: string;
}

export interface RuleSetResults extends RuleSetCase {
  readonly tickets: number;
  /** How many rules fire on a ticket, on average. */
  readonly firing: number;
  readonly figures: readonly EngineFigures[];
  readonly failures: readonly EngineFailure[];
}

/** Microseconds a ticket, where the engine was measured. */
export function microsecondsOf({ figures }: RuleSetResults, engine: string): number | undefined {
  return figures.find((figure) => figure.engine === engine)?.microseconds;
}
