import { AdapterError } from "@amends/core/errors";
import { parseEmail, type ParseEmailOptions } from "../parse-email.js";

/** The error that reading refuses an e-mail with; anything else fails the test. */
export async function errorOf(raw: Uint8Array | string, options?: ParseEmailOptions): Promise<AdapterError> {
  const error: unknown = await parseEmail(raw, options).then(
    () => "read",
    (reason: unknown) => reason,
  );
  if (!AdapterError.isInstance(error)) throw new Error(`expected an AdapterError, got ${String(error)}`);
  return error;
}
