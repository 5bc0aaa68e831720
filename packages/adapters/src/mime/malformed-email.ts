import { AdapterError } from "@amends/core/errors";

/** Bytes that can't be read as an e-mail. */
export function malformedEmail(message: string): AdapterError {
  return new AdapterError({ adapter: "email", reason: "malformed", message });
}
