import type { Finding } from "@amends/core/errors";

/** A finding without its place and code, for reports that have fields for these. */
export function findingText({ message, expected, fix, witness }: Finding): string {
  const notes = [expected === undefined ? undefined : `expected ${expected}`, fix].filter((note) => note !== undefined);
  const lines = [`${message}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`];
  if (witness !== undefined) lines.push(`${witness.says}: ${JSON.stringify(witness.facts)}`);
  return lines.join("\n");
}

/** A finding without a severity is an error. */
export function isError({ severity = "error" }: Finding): boolean {
  return severity === "error";
}
