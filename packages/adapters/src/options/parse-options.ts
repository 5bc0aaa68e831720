import { AmendsError, formatFinding, type Finding } from "@amends/core/errors";
import * as z from "zod";

/** An option that is a function. */
export const callable = z.custom<(...given: never[]) => unknown>((value) => typeof value === "function", { error: "expected a function" });

/** The options that adapters over HTTP share. */
export const networkOptions = {
  fetch: callable.optional(),
  clock: callable.optional(),
  random: callable.optional(),
  sleep: callable.optional(),
  timeoutSeconds: z.number().positive().max(86_400).optional(),
  attempts: z.int().positive().optional(),
  onAttempt: callable.optional(),
};

/**
 * Refuses options that an adapter can't work with, everything wrong at once. What was given isn't quoted: it may be a secret.
 *
 * @throws {AmendsError} `invalid_options`.
 */
export function checkOptions(adapter: string, schema: z.ZodType, options: unknown): void {
  const parsed = schema.safeParse(options);
  if (parsed.success) return;
  const findings = parsed.error.issues.map(
    ({ path, message }): Finding => ({ code: "invalid_options", message, path: path.map(String).join(".") }),
  );
  const lines = findings.map((finding) => `  ${formatFinding(finding)}`);
  throw new AmendsError({ code: "invalid_options", message: [`${adapter}: the options are wrong:`, ...lines].join("\n"), findings });
}
