/** How often one comparison of a policy held and did not. A shared condition counts once, wherever it is referred to. */
export interface ConditionCoverage {
  /** Where it stands in the policy, such as `rules[0].conditions.all[1]`. */
  readonly path: string;
  readonly line: number;
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
  readonly seenTrue: number;
  readonly seenFalse: number;
  /** How often it was false only because the fact was absent. */
  readonly absent: number;
  /** How often it was not looked at, because the rule was decided before. */
  readonly notRead: number;
}

/** What the tests show of one rule. */
export interface RuleCoverage {
  readonly rule: string;
  readonly line: number;
  /** In how many tests it fired: it decided, or lost to another rule. */
  readonly fired: number;
  /** In how many of them it decided. */
  readonly decided: number;
  /** For a rule with dates: in how many tests only its dates kept it from firing. */
  readonly outOfForce?: number;
  readonly conditions: readonly ConditionCoverage[];
}

/** What the tests show of one policy. */
export interface PolicyCoverage {
  readonly policy: string;
  readonly file: string;
  /** The tests that could be counted. */
  readonly tests: number;
  /** Tests that could not, and why. */
  readonly uncounted: readonly string[];
  readonly rules: readonly RuleCoverage[];
  /** Conditions that rules share by name. */
  readonly shared: readonly ConditionCoverage[];
  readonly untestedRules: readonly string[];
  /** Comparisons seen true and seen false, of all there are: two of each comparison. */
  readonly conditions: { readonly covered: number; readonly total: number };
  /** Rules fired, and comparisons seen true and seen false, of all there are. */
  readonly covered: number;
  readonly total: number;
  readonly percent: number;
}
