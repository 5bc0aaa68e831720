import { AdapterError } from "@amends/core/errors";
import type { ActionOutcome, FoundOutcome } from "./payout-action.js";

/** Reasons of adapters that mean: it was not done. Anything else, such as a timeout or an answer that can't be read, may have been. */
const notDone: readonly { readonly reason: string; readonly final: boolean }[] = [
  { reason: "rejected", final: true },
  { reason: "not_found", final: true },
  { reason: "auth", final: false },
  { reason: "rate_limited", final: false },
];

/** What a call of an action came to, whatever it answered or threw. An unknown error's message may quote a customer, so it is not kept. */
export async function readOutcome(call: () => Promise<ActionOutcome>): Promise<ActionOutcome> {
  try {
    const outcome: unknown = await call();
    const { status, because, final, result } = (outcome ?? {}) as Readonly<Record<string, unknown>>;
    const told = typeof because === "string" ? because : "it doesn't say why";
    if (status === "done") return withResult({ status }, result);
    if (status === "failed") return { status, because: told, final: final === true };
    if (status === "unknown") return withResult({ status, because: told }, result);
    return { status: "unknown", because: "what the action answered says nothing" };
  } catch (error) {
    if (!AdapterError.isInstance(error)) return { status: "unknown", because: `the action threw ${nameOf(error)}` };
    const known = notDone.find(({ reason }) => reason === error.reason);
    return known === undefined
      ? { status: "unknown", because: error.message }
      : { status: "failed", because: error.message, final: known.final };
  }
}

/** What the other side says when it is asked. Where it can't be asked, nobody knows. */
export async function readFound(call: () => Promise<FoundOutcome>): Promise<FoundOutcome> {
  try {
    const found: unknown = await call();
    const { status, because, result } = (found ?? {}) as Readonly<Record<string, unknown>>;
    if (status === "done") return withResult({ status }, result);
    if (status === "absent") return { status };
    return { status: "unknown", because: typeof because === "string" ? because : "the answer says nothing" };
  } catch (error) {
    return { status: "unknown", because: AdapterError.isInstance(error) ? error.message : `asking threw ${nameOf(error)}` };
  }
}

/** A result that JSON can't hold is left out rather than lose what it belongs to. */
function withResult<Outcome extends object>(outcome: Outcome, result: unknown): Outcome & { readonly result?: unknown } {
  try {
    const text = JSON.stringify(result) as string | undefined;
    return text === undefined ? outcome : { ...outcome, result: JSON.parse(text) as unknown };
  } catch {
    return outcome;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `a ${error.name}` : "something that is no error";
}
