/**
 * An amount of money as it stands in case files, policies and messages: a decimal string in major units and an ISO 4217
 * code, such as `{ amount: "89.90", currency: "USD" }`. Sums are computed on integer minor units, never on this text.
 */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}
