import type { Clock } from "@amends/core/contracts";
import type { AdapterErrorKind } from "@amends/core/errors";
import type { HttpResponse } from "./http-request.js";
import type { Sleep } from "./sleep.js";
import type { TokenBucket } from "./token-bucket.js";

/** What became of one try, for logs and metrics. Holds no address, header or body. */
export interface HttpAttempt {
  readonly adapter: string;
  readonly operation: string;
  /** From 1. */
  readonly attempt: number;
  /** Absent where no answer came. */
  readonly status?: number;
  readonly reason?: AdapterErrorKind;
  /** The seconds until the next try; absent where there is none. */
  readonly retryInSeconds?: number;
  /** The seconds that the call waited for the vendor's limit. */
  readonly throttledSeconds: number;
}

/** How an adapter talks to its vendor. */
export interface HttpClientOptions {
  /** The adapter's name, for errors. */
  readonly adapter: string;
  /** An https address; http is for a stand-in on this machine. */
  readonly baseUrl: string;
  /** Headers of every call, read anew for each try: a token may have been refreshed meanwhile. */
  readonly headers?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly sleep?: Sleep;
  /** For one try, its body included. Default: 10. */
  readonly timeoutSeconds?: number;
  /** Tries in all. Default: 3. */
  readonly attempts?: number;
  /** The longest wait before the second try. Default: 0.5, doubling up to `maximumWaitSeconds`. */
  readonly retryBaseSeconds?: number;
  /** A vendor that asks to wait longer is not waited for. Default: 30. */
  readonly maximumWaitSeconds?: number;
  /** The largest body that is read. Default: 10 million. */
  readonly bodyLimitBytes?: number;
  readonly bucket?: TokenBucket;
  /** What a vendor's answer means where the status alone doesn't say it; undefined leaves it to the status. */
  readonly reasonOf?: (response: HttpResponse) => AdapterErrorKind | "fine" | undefined;
  /** Words of the vendor's own error code, for the message. Only short codes of letters, digits and ._- are quoted. */
  readonly errorCodeOf?: (response: HttpResponse) => string | undefined;
  readonly onAttempt?: (attempt: HttpAttempt) => void;
}
