import { AdapterError } from "@amends/core/errors";
import { fail } from "./contract-case.js";

/** Ends a case unless a call is refused with an AdapterError (`rejected`). */
export async function demandRefused(what: string, act: () => Promise<unknown>): Promise<void> {
  const error: unknown = await act().then(
    () => fail(`${what} was taken`),
    (reason: unknown) => reason,
  );
  if (!AdapterError.isInstance(error) || error.reason !== "rejected")
    fail(`${what}: expected an AdapterError (rejected), got ${String(error)}`);
}
