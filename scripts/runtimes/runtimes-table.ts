import type { AnswerDifference } from "./compare-answers.js";
import type { ComparedRuntime, Comparison } from "./compare-runs.js";

const keysShown = 12;

/** The comparison as a Markdown table, and below it what differs: first by answer and path, then with both values. */
export function runtimesTable({ runtimes }: Comparison): string {
  const rows = runtimes.map(
    ({ title, version, result, answers, sha256, localeData, differences }) =>
      `| ${title} | ${version} | ${answers} | ${result} | ${code(sha256?.slice(0, 16))} | ${code(localeData)} | ${keys(differences)} |`,
  );
  return [
    "| runtime | version | answers | result | sha-256 (begins) | locale data | differing keys |",
    "|---|---|---:|---|---|---|---|",
    ...rows,
    ...runtimes.flatMap(remarks),
    "",
  ].join("\n");
}

/** The texts that other locale data write differently, one group of runtimes a list. */
export function textDifferences({ runtimes }: Comparison): string {
  const groups = new Map<string, string[]>();
  for (const { title, textDifferences: found } of runtimes) {
    if (found.length === 0) continue;
    const text = found.map((difference) => `  - ${shown(difference)}`).join("\n");
    groups.set(text, [...(groups.get(text) ?? []), title]);
  }
  if (groups.size === 0) return "No text differs.";
  return [...groups].map(([text, titles]) => `- ${titles.join(", ")}, beside ${runtimes[0]?.title ?? "the first"}:\n${text}`).join("\n");
}

function remarks({ title, problems, differences }: ComparedRuntime): string[] {
  const lines = [...problems.map((problem) => problem.split("\n")[0]), ...differences.slice(0, keysShown).map(shown)];
  return lines.length === 0 ? [] : ["", `${title}:`, "", ...lines.map((line) => `- ${line ?? ""}`)];
}

function keys(differences: readonly AnswerDifference[]): string {
  const named = [...new Set(differences.map(({ answer, path }) => `${answer}${path === "" ? "" : ` ${path}`}`))];
  const more = named.length > keysShown ? `, and ${named.length - keysShown} more` : "";
  return named.length === 0 ? "none" : `${named.slice(0, keysShown).map(code).join(", ")}${more}`;
}

function shown({ answer, path, expected, actual }: AnswerDifference): string {
  const [left, right] = aroundTheDifference(JSON.stringify(expected) ?? "nothing", JSON.stringify(actual) ?? "nothing");
  return `${code(answer)}${path === "" ? "" : ` ${code(path)}`}: ${code(left)} became ${code(right)}`;
}

/** Long values are shown around the first place where they differ. */
function aroundTheDifference(left: string, right: string): [string, string] {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const cut = (text: string) => `${at > 24 ? "…" : ""}${text.slice(Math.max(0, at - 24), at + 40)}${text.length > at + 40 ? "…" : ""}`;
  return [cut(left), cut(right)];
}

const code = (text: string | undefined) =>
  text === undefined || text === "" ? "" : `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
