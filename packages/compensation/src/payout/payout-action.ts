import type { PayoutPlan, PayoutStep } from "@amends/core/contracts";

/**
 * What became of an action. `failed`: it certainly didn't happen, and where `final` trying again changes nothing. `unknown`: it may have
 * happened, as after a timeout, or it is under way, as a refund that was only submitted; `result` is then what to ask by.
 */
export type ActionOutcome =
  | { readonly status: "done"; readonly result?: unknown }
  | { readonly status: "failed"; readonly because: string; readonly final?: boolean }
  | { readonly status: "unknown"; readonly because: string; readonly result?: unknown };

/** What the other side says of an action when it is asked. `absent`: it knows of none with this key. */
export type FoundOutcome =
  | { readonly status: "done"; readonly result?: unknown }
  | { readonly status: "absent" }
  | { readonly status: "unknown"; readonly because: string };

/** How an action is called. */
export interface ActionCall {
  /** The same for every try, and for asking. Hand it to the other side as its idempotency key or reference. */
  readonly key: string;
  /** Counts from 1. When asking: the try that is asked about. */
  readonly attempt: number;
  readonly plan: PayoutPlan;
  /** When asking: what the last try answered. When undoing: what doing it answered. */
  readonly result: unknown;
}

/** Something that is done outside. */
export interface PayoutDeed {
  /** Does it. An error that it throws counts as `unknown` unless it is an AdapterError that says it didn't happen. */
  readonly run: (step: PayoutStep, call: ActionCall) => Promise<ActionOutcome>;
  /** Asks by the key whether it happened. */
  readonly find?: (step: PayoutStep, call: ActionCall) => Promise<FoundOutcome>;
  /** Whether the other side holds to the key, so that running it twice does it once. */
  readonly repeatable?: boolean;
}

/** How a kind of step is done, and how it is taken back, or why it can't be. */
export interface PayoutAction extends PayoutDeed {
  readonly undo: PayoutDeed | { readonly irreversible: string };
}

/** Actions by the kind of step: remedies' words, keys of what goes beside them, and kinds of the host's own. */
export type PayoutActions = Readonly<Record<string, PayoutAction>>;
