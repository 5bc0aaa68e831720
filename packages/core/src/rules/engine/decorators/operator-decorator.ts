import type { OperatorFunction } from "../../operators/operator-definition.js";

/** A prefix such as `not:` that changes how the operator behind it is applied. */
export interface OperatorDecorator {
  readonly name: string;
  /** Whether the decorated operator sees the same `value` as written. */
  readonly keepsValue: boolean;
  decorate(next: OperatorFunction): OperatorFunction;
}
