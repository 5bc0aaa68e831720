import { AmendsError } from "@amends/core/errors";

/** What stands in place of a case that can't be decided. */
export interface ErrorLine {
  readonly id: string | null;
  readonly line: number;
  readonly error: { readonly code: string; readonly message: string; readonly path: string };
}

/** The line for an error: the first finding's code and path, and every finding in the message. */
export function errorLine(error: unknown, line: number, id: string | null): ErrorLine {
  if (!AmendsError.isInstance(error)) {
    return { id, line, error: { code: "internal_error", message: error instanceof Error ? error.message : String(error), path: "" } };
  }
  const [first, ...others] = error.findings;
  const more = others.map(({ path, message }) => `; ${path === undefined || path === "" ? "" : `${path}: `}${message}`).join("");
  return {
    id,
    line,
    error: { code: first?.code ?? error.code, message: `${first?.message ?? error.message}${more}`, path: first?.path ?? "" },
  };
}
