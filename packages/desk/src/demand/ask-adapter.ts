import { AdapterError, AmendsError } from "@amends/core/errors";

/** Hears of an adapter that failed. */
export type ReportFailure = (adapter: string, error: unknown) => void;

/** How adapters are asked: who hears of failures, and what cancels. */
export interface Asking {
  readonly report: ReportFailure;
  readonly signal: AbortSignal | undefined;
}

/** An adapter's answer; undefined where it failed, of which `report` hears. A cancellation rejects with its reason. */
export async function askAdapter<Value>(
  adapter: string,
  { report, signal }: Asking,
  ask: (options: { signal?: AbortSignal }) => Promise<Value> | undefined,
): Promise<Value | undefined> {
  signal?.throwIfAborted();
  try {
    return await ask(signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    report(adapter, safeError(adapter, error));
    return undefined;
  }
}

/** The error as it may be told: one that no adapter is meant to throw may quote what was sent, and is told by its name alone. */
export function safeError(adapter: string, error: unknown): unknown {
  if (AmendsError.isInstance(error)) return error;
  const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "something that is no error";
  return new AdapterError({
    adapter,
    reason: "unavailable",
    retryable: false,
    message: `failed with ${name}, which isn't an adapter's own error`,
  });
}
