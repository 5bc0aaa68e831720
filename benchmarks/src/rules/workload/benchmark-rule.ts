/** A test of one fact. */
export interface Comparison {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Constant;
}

export type Operator = "equal" | "notEqual" | "in" | "notIn" | "greaterThan" | "greaterThanInclusive" | "lessThan" | "lessThanInclusive";

export type Constant = string | number | boolean | readonly string[];

export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type RootCondition = Exclude<Condition, Comparison>;

/** A rule as every engine gets it: plain json-rules-engine JSON. */
export interface BenchmarkRule {
  readonly name: string;
  readonly priority: number;
  readonly conditions: RootCondition;
  readonly event: { readonly type: "matched"; readonly params: { readonly rule: string } };
}
