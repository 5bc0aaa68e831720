/** What tells cases apart to a policy: the values of facts in classes, one class for all that it can't tell apart. */
export interface KeyPart {
  /** The class of a case by its values, by slot, from 0 to 255; `noClass` where it can't be told without the policy. */
  classIn(values: readonly unknown[]): number;
}

/** The class of an absent fact. */
export const absent = 0;
/** The class of a value whose tests can't be told beforehand, or of one too many. */
export const noClass = -1;
