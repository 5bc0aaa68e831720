import type { FailureActor, FailureCategory, RetryAdvice } from "./failure-words.js";

/** Whether trying again helps. */
export interface PaymentRetry {
  /** `now` as it is, `later`, `after_change` once somebody did what `once` says, `other_method` only; `unknown` where nobody knows. */
  readonly helps: RetryAdvice;
  /** How long to wait first, as an ISO 8601 duration; null where nothing says so. */
  readonly after: string | null;
  /** The same as an instant, ISO 8601; null where the context has no `now`. */
  readonly notBefore: string | null;
  /** What has to happen first; null where nothing has. */
  readonly once: string | null;
  /** How often at most within an ISO 8601 duration; null where nothing says so. */
  readonly atMost: { readonly times: number; readonly within: string } | null;
}

/** A failed payment, explained. */
export interface PaymentFailure {
  /** The gateway's name in the facts, else as it was given. */
  readonly gateway: string | null;
  readonly failureCode: string | null;
  readonly status: "known" | "unknown";
  /** A word such as `insufficient_funds`; `unknown` where no fact says. */
  readonly reason: string;
  readonly category: FailureCategory | null;
  /** Who can do something about it. */
  readonly actor: FailureActor | null;
  readonly retry: PaymentRetry;
  /**
   * What the buyer reads: the key of a template, and the same in English. Never a suspicion. As data of the event `payment_failed` the
   * answer makes the notices stage write it in the buyer's language.
   */
  readonly buyer: { readonly template: string; readonly says: string };
  /** Whether the reason must stay with the seller. */
  readonly confidential: boolean;
  /** What the agent reads. */
  readonly agent: string;
  /** The fact on the code, where it comes from, and how well it is known. */
  readonly fact: string | null;
  readonly source: string | null;
  readonly confidence: "A" | "B" | "C" | null;
  readonly verifiedAt: string | null;
  /** The fact on the reason, from which come category, actor, retry and texts. */
  readonly guidance: { readonly fact: string; readonly source: string; readonly confidence: "A" | "B" | "C" } | null;
  readonly missing: readonly string[];
}
