import type { CaseFile } from "@amends/core/model";

/** A claim as it stood when it was made, and what came out later. */
export interface LabelledClaim {
  /** The case file of that time. Its `now` is when it was judged, and nothing in it may be younger. */
  readonly case: CaseFile;
  /** Whether it turned out to be abusive. */
  readonly abusive: boolean;
  /** When that was known, as an ISO 8601 instant. Without it the label counts as known at once. */
  readonly outcomeAt?: string | undefined;
}

/** A labelled claim that was read, with its instants in milliseconds and its place among those handed in. */
export interface ReadClaim extends LabelledClaim {
  readonly index: number;
  readonly at: number;
  readonly knownAt: number | undefined;
}
