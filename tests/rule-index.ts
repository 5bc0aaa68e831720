import { readFileSync } from "node:fs";
import { ruleCodes, type CodeSubject } from "@amends/rule-tools";
import { readRulePage } from "./rule-page.js";

const subjects: readonly (readonly [CodeSubject, string])[] = [
  ["file", "Files"],
  ["policy", "Policies"],
  ["rules", "Rules"],
  ["tests", "Tests"],
  ["packs", "Packs of dated facts"],
  ["lexicons", "Lexicons"],
  ["settings", "Settings"],
  ["lint", "Lint: what loads and still doesn't mean what it says"],
  ["program", "Rules that a program hands over"],
];

/** The text of docs/rules/README.md: every code with what its page says first. */
export function ruleIndex(): string {
  const tables = subjects.map(([subject, heading]) => {
    const rows = ruleCodes
      .filter(({ about }) => about === subject)
      .map(({ code, severity }) => {
        const { summary } = readRulePage(readFileSync(`docs/rules/${code}.md`, "utf8"));
        return `| [${code}](${code}.md) | ${severity} | ${summary.replaceAll("|", "\\|")} |`;
      });
    return `## ${heading}\n\n| code | default | |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# What \`amends check\` finds

Every finding has a code, and every code a page: what to avoid, what to prefer, why, and how to configure it. \`amends check --codes\` lists them, \`amends check --explain CODE\` tells of one. Codes of cases, messages and the clock stand in [other codes](other-codes.md).

${tables.join("\n")}`;
}
