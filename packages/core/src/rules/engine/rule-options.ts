import type { OperatorDefinition, OperatorFunction } from "../operators/operator-definition.js";
import type { RootCondition } from "./rule-properties.js";

/** Finds the value at `path` inside `value`, which is never null. Synchronous. */
export type PathResolver = (value: object, path: string) => unknown;

/** Operators to register: a list of definitions, or functions by name. They win over operators of the same name. */
export type OperatorRegistrations =
  | readonly OperatorDefinition[]
  | Readonly<Record<string, OperatorFunction | Omit<OperatorDefinition, "name">>>;

/** Settings of the rule engine. Every setting is off by default. */
export interface RuleOptions {
  readonly operators?: OperatorRegistrations | undefined;
  /** Conditions shared by name. */
  readonly conditions?: Readonly<Record<string, RootCondition>> | undefined;
  /** Reads a fact that is not given as undefined instead of failing. */
  readonly allowUndefinedFacts?: boolean | undefined;
  /** Takes a reference to an unknown condition as false instead of failing. */
  readonly allowUndefinedConditions?: boolean | undefined;
  /** Replaces the reading of `path`, and with it the check of its form. */
  readonly pathResolver?: PathResolver | undefined;
  /** Replaces `{ "fact": … }` among the top-level keys of an event's params by the fact's value. */
  readonly replaceFactsInEventParams?: boolean | undefined;
  /** How many conditions all rules together may have. For rules of a trusted source; default: `ruleLimits.nodes`. */
  readonly nodesAtMost?: number | undefined;
}
