import type { Finding } from "@amends/core/errors";
import type { FindingCounts, SourceFile } from "@amends/rule-tools";
import type { GatheredSources } from "../input/read-sources.js";
import type { OutputStream } from "../streams.js";
import { version } from "../version.js";
import { createStyle, type Style } from "./style.js";

/** What a check found, and in what. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly sources: GatheredSources;
  /** The file of settings, whose lines findings may quote. */
  readonly settings: SourceFile | undefined;
  /** How many warnings are let pass. */
  readonly most: number;
}

/** How a check is printed. */
export type CheckFormat = "pretty" | "json" | "github" | "sarif";

/** Prints what a check found, and counts it. */
export async function reportCheck(
  { findings, sources, settings, most }: CheckReport,
  format: CheckFormat,
  stdout: OutputStream,
): Promise<FindingCounts> {
  const tools = await import("@amends/rule-tools");
  const shown = findings.filter(({ severity }) => severity !== "off");
  const counts = tools.countFindings(shown);
  const { policies, tests, packs = [], lexicons = [] } = sources;
  switch (format) {
    case "json":
      stdout.write(
        `${JSON.stringify({ policies: policies.length, tests: tests.length, packs: packs.length, lexicons: lexicons.length, ...counts, findings: shown.map(tools.findingRecord) }, null, 2)}\n`,
      );
      break;
    case "github":
      stdout.write(tools.reportFindingsAsGithub(shown));
      break;
    case "sarif":
      stdout.write(tools.reportFindingsAsSarif(shown, { version }));
      break;
    case "pretty": {
      const style = createStyle(stdout);
      const listed =
        shown.length === 0
          ? ""
          : `${tools.formatFindings([...policies, ...tests, ...packs, ...lexicons, ...(settings === undefined ? [] : [settings])], shown, { style })}\n\n`;
      stdout.write(`${listed}${summary(counts, sources, most, style)}\n`);
    }
  }
  return counts;
}

function summary(
  { errors, warnings, files }: FindingCounts,
  { policies, tests, packs = [], lexicons = [] }: GatheredSources,
  most: number,
  style: Style,
): string {
  const kinds = [
    counted(policies.length, "policy", "policies"),
    counted(tests.length, "test file", "test files"),
    counted(packs.length, "pack", "packs"),
    counted(lexicons.length, "lexicon", "lexicons"),
  ].filter((part) => part !== "");
  const looked = kinds.length > 2 ? `${kinds.slice(0, -1).join(", ")} and ${kinds.at(-1)}` : kinds.join(" and ");
  if (errors + warnings === 0) return style.green(`✓ ${looked}: nothing wrong`);
  const found = [counted(errors, "error", "errors"), counted(warnings, "warning", "warnings")].filter((part) => part !== "").join(" and ");
  const all = `${found} in ${counted(files, "file", "files")} (${policies.length + tests.length + packs.length + lexicons.length} checked)`;
  if (errors === 0 && warnings <= most) return style.yellow(`! ${all}`);
  return style.red(`✗ ${all}${errors === 0 ? `; --max-warnings lets ${most} pass` : ""}`);
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}
