import { AmendsError } from "@amends/core/errors";

/** What stands in place of a case that can't be decided. */
export interface ErrorLine {
  readonly id: string | null;
  readonly line: number;
  readonly error: { readonly code: string; readonly message: string; readonly path: string; readonly findings?: readonly unknown[] };
}

/** The line for an error; every finding is kept where there are several. */
export function errorLine(error: unknown, line: number, id: string | null): ErrorLine {
  if (!AmendsError.isInstance(error)) {
    return { id, line, error: { code: "internal_error", message: error instanceof Error ? error.message : String(error), path: "" } };
  }
  const [first, ...others] = error.findings;
  return {
    id,
    line,
    error: {
      code: first?.code ?? error.code,
      message: first?.message ?? error.message,
      path: first?.path ?? "",
      ...(others.length === 0 ? {} : { findings: error.findings }),
    },
  };
}
