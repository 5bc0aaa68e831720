import { AmendsError } from "./base-error.js";

/** What went wrong at an adapter, in words every adapter shares. */
export type AdapterErrorKind = "auth" | "not_found" | "rate_limited" | "rejected" | "unavailable" | "malformed";

/** Thrown by adapters. `retryable` says whether the same call may succeed later. Never carries a secret or personal data. */
export class AdapterError extends AmendsError {
  static override readonly kind: string = "AdapterError";
  readonly adapter: string;
  readonly reason: AdapterErrorKind;
  readonly retryable: boolean;
  /** The seconds that the vendor asks to wait, where it says so. */
  readonly retryAfterSeconds?: number;

  constructor(options: {
    adapter: string;
    reason: AdapterErrorKind;
    message: string;
    retryable?: boolean;
    retryAfterSeconds?: number;
    cause?: unknown;
  }) {
    super({ code: `adapter_${options.reason}`, message: `${options.adapter}: ${options.message}`, cause: options.cause });
    this.adapter = options.adapter;
    this.reason = options.reason;
    this.retryable = options.retryable ?? (options.reason === "rate_limited" || options.reason === "unavailable");
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
