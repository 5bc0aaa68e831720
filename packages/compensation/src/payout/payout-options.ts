import type { Clock, PayoutLedger } from "@amends/core/contracts";
import type { PayoutActions } from "./payout-action.js";

/** What carrying out a payout, or taking it back, needs of the host. */
export interface PayoutOptions {
  readonly ledger: PayoutLedger;
  readonly actions: PayoutActions;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Who does it, for the records: a process or a person. Default: "worker". */
  readonly worker?: string;
  /**
   * How long nobody else may work on the payout once an action has started, and how long the other side may still come to it: an action
   * that was asked for longer ago and is absent didn't happen. Longer than the longest timeout of the actions. Default: 120.
   */
  readonly leaseSeconds?: number;
}
