/**
 * Compares a fact's value with the rule's value. Synchronous and pure. Parameters may be narrowed by an
 * implementation; the engine promises nothing about their types.
 */
export type OperatorFunction = { compare(factValue: unknown, value: unknown): boolean }["compare"];

/** An operator: its name in rules and what it decides. */
export interface OperatorDefinition {
  readonly name: string;
  evaluate(factValue: unknown, value: unknown): boolean;
  /** What `value` must be, in words, when this constant is not; undefined when it is fine. Asked once, while compiling. */
  checkValue?(value: unknown): string | undefined;
  /** The test for a constant `value`, prepared once while compiling; undefined to use `evaluate`. */
  prepare?(value: unknown): ((factValue: unknown) => boolean) | undefined;
}
