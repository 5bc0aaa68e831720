import type { FactKind } from "../../facts/fact-definition.js";

/**
 * Compares a fact's value with the rule's value. Synchronous and pure. Parameters may be narrowed by an
 * implementation; the engine promises nothing about their types.
 */
export type OperatorFunction = { compare(factValue: unknown, value: unknown): boolean }["compare"];

/** An operator: its name in rules and what it decides. */
export interface OperatorDefinition {
  readonly name: string;
  /** The kinds of facts it can compare. Default: any. Policies are checked against it. */
  readonly takes?: readonly FactKind[];
  /** What its constant is, measured by the fact: one value of the fact's kind (of a list's members), a list of them, or two bounds. */
  readonly value?: "one" | "list" | "range";
  /**
   * Promises that it answers true or false and never fails, whatever the fact (`"anyFacts"`), or for a fact that is a text,
   * a number, a boolean, null or undefined (`"plainFacts"`), with every constant `checkValue` accepts. Its rules need not be
   * evaluated then when another of their tests excludes them.
   */
  readonly answers?: "anyFacts" | "plainFacts";
  evaluate(factValue: unknown, value: unknown): boolean;
  /** What `value` must be, in words, when this constant is not; undefined when it is fine. Asked once, while compiling. */
  checkValue?(value: unknown): string | undefined;
  /** The test for a constant `value`, prepared once while compiling; undefined to use `evaluate`. */
  prepare?(value: unknown): ((factValue: unknown) => boolean) | undefined;
}
