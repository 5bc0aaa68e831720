/** One call of a vendor's API. */
export interface HttpRequest {
  /** What the call does, such as "getOrder". It names the call in errors and logs, which never hold its address. */
  readonly operation: string;
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Relative to the client's base address; `{name}` stands for an entry of `params`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with the content type of `headers`. */
  readonly body?: string | Uint8Array;
  /** Whether the call may be sent twice. Default: for every method but POST and PATCH. */
  readonly repeatable?: boolean;
  readonly signal?: AbortSignal;
}

/** A vendor's answer, its body read whole. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}
