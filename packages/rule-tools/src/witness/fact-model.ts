import type { Formula } from "./formula.js";
import type { NamedOperator } from "./operator-test.js";
import type { Variable } from "./variable.js";

/** For each variable that matters, the values it may take; any of them will do. */
export type Solution = ReadonlyMap<Variable, bigint>;

/** What may be said of one fact, as statements about variables. */
export interface FactModel {
  readonly name: string;
  /** The statement a comparison with a constant makes; undefined where the model can't tell the fact's values apart that finely. */
  comparison(operator: NamedOperator, value: unknown): Formula | undefined;
  /** That the fact is there. */
  readonly present: Formula;
  /** A value that a solution allows; undefined where the fact is absent or the solution doesn't speak of it. */
  valueOf(solution: Solution): unknown;
}
