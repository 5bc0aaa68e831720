import { AdapterError, AmendsError } from "@amends/core/errors";
import { untilAborted } from "../until-aborted.js";

/** Hears of an adapter that failed. */
export type ReportFailure = (adapter: string, error: unknown) => void;

/** How adapters are asked: who hears of failures, and what cancels. */
export interface Asking {
  readonly report: ReportFailure;
  readonly signal: AbortSignal | undefined;
}

/** One question to an adapter. */
export interface AdapterCall<Answer, Value> {
  readonly adapter: string;
  /** What is called, such as `track`. */
  readonly call: string;
  readonly ask: (options: { signal?: AbortSignal }) => PromiseLike<Answer> | Answer;
  /** What becomes of the answer, which is data of any kind; throws where it is of another kind than expected. */
  readonly read: (answer: Answer) => Value;
}

/**
 * What an adapter's answer says; undefined where it failed or answered with something else, of which `report` hears. A cancellation
 * rejects with its reason, whether or not the adapter minds it, and nobody hears of anything afterwards.
 */
export async function askAdapter<Answer, Value>(
  { adapter, call, ask, read }: AdapterCall<Answer, Value>,
  { report, signal }: Asking,
): Promise<Value | undefined> {
  signal?.throwIfAborted();
  let answer: Answer;
  try {
    answer = await untilAborted(signal, () => ask(signal === undefined ? {} : { signal }));
  } catch (error) {
    signal?.throwIfAborted();
    report(adapter, safeError({ adapter, call }, error));
    return undefined;
  }
  try {
    return read(dataOf(answer));
  } catch (error) {
    report(adapter, AdapterError.isInstance(error) ? error : malformed(adapter, `${call} answered with something of another kind`));
    return undefined;
  }
}

/** An answer as plain data: a case is written down, and a function or a cycle can't be. */
function dataOf<Answer>(answer: Answer): Answer {
  return answer === undefined ? answer : (JSON.parse(JSON.stringify(answer)) as Answer);
}

/** The error of an answer that can't be read. It quotes nothing of it. */
export function malformed(adapter: string, message: string): AdapterError {
  return new AdapterError({ adapter, reason: "malformed", message });
}

/** The error as it may be told: one that no adapter is meant to throw may quote what was sent, and is told by its name alone. */
export function safeError({ adapter, call }: { readonly adapter: string; readonly call: string }, error: unknown): unknown {
  if (AmendsError.isInstance(error)) return error;
  const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "something that is no error";
  return new AdapterError({
    adapter,
    reason: "unavailable",
    retryable: false,
    message: `${call} failed with ${name}, which isn't an adapter's own error`,
  });
}
