/** A value that a fact would have to reach, and where the policy takes it from. */
export interface Threshold {
  readonly value: unknown;
  readonly parameter?: string;
  readonly fact?: string;
}

/** One end of a range. */
export interface Bound extends Threshold {
  readonly inclusive: boolean;
}

/** A comparison that would have to hold, or not to hold. */
export interface WantedCondition {
  readonly operator: string;
  readonly threshold: Threshold;
  readonly holds: boolean;
}

/** What a fact would have to be. */
export type Wanted =
  | { readonly kind: "range"; readonly from?: Bound; readonly to?: Bound }
  | { readonly kind: "oneOf"; readonly values: readonly Threshold[] }
  | { readonly kind: "noneOf"; readonly values: readonly Threshold[] }
  | { readonly kind: "present" }
  | { readonly kind: "absent" }
  | { readonly kind: "conditions"; readonly conditions: readonly WantedCondition[] }
  /** Each of these will do. */
  | { readonly kind: "anyOf"; readonly alternatives: readonly Wanted[] }
  /** The change's value is one of several that will do, and what they have in common is not known. */
  | { readonly kind: "example" }
  /** The fact dates the policy: local dates in its zone, `to` exclusive. */
  | { readonly kind: "dated"; readonly from?: string; readonly to?: string };

/** One fact of the smallest set that would have made a rule fire. */
export interface FactChange {
  readonly fact: string;
  readonly path?: string;
  /** What it is; left out where it is absent. */
  readonly observed?: unknown;
  readonly wanted: Wanted;
  /** A value that would do, the nearest to the present one; left out where any will do or the fact would have to be absent. */
  readonly value?: unknown;
  readonly unit?: string;
}

/**
 * Why nothing is known of what would have made a rule fire: it has too many `conditions`, finding out takes too much `work`, or not all
 * `values` that its comparisons tell apart can be listed.
 */
export type Unsearched = "conditions" | "work" | "values";

/** What would have made a rule fire. */
export interface SmallestChange {
  /** The smallest set of facts to change; the fact that dates the policy is one of them, parameters are none. Absent where nothing was found. */
  readonly changes?: readonly FactChange[];
  /** No facts whatever make it fire. */
  readonly never?: true;
  /** It was not searched to the end: there may be a smaller set, or one after all. */
  readonly approximate?: true;
  /** Why no changes are told, where some may exist. */
  readonly unsearched?: Unsearched;
}
