import { didYouMean } from "@amends/core/errors";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

/** Prints every code, or what one code says: its weight, its line and where its page is. */
export async function explainCodes(asked: string | undefined, json: boolean, { stdout }: Pick<Streams, "stdout">): Promise<ExitCode> {
  const { ruleCodes, rulePage } = await import("@amends/rule-tools");
  const chosen = asked === undefined ? ruleCodes : ruleCodes.filter(({ code }) => code === asked);
  if (chosen.length === 0) {
    const { fix } = didYouMean(
      asked ?? "",
      ruleCodes.map(({ code }) => code),
    );
    throw new UsageError(`there is no code "${asked}"; ${fix ?? "amends check --codes lists all"}`);
  }
  const entries = chosen.map((entry) => ({ ...entry, page: rulePage(entry.code) }));
  if (json) stdout.write(`${JSON.stringify(asked === undefined ? entries : entries[0], null, 2)}\n`);
  else if (asked === undefined) {
    const width = Math.max(...entries.map(({ code }) => code.length));
    for (const { code, severity, summary } of entries) stdout.write(`${code.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`);
  } else for (const { code, severity, summary, page } of entries) stdout.write(`${code} (${severity}): ${summary}\n${page}\n`);
  return exitCodes.fine;
}
