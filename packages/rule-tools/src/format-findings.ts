import { formatFinding, type Finding } from "@amends/core/errors";
import { codeFrame } from "./code-frame.js";
import type { SourceFile } from "./source-file.js";

/**
 * Findings as people read them: each with its place, what to do about it, and the line it points at.
 *
 * @example
 * import { formatFindings } from "@amends/rule-tools";
 * formatFindings([], [{ code: "json_syntax", message: "the file is empty", file: "a.json", line: 1 }]); // => "a.json:1 json_syntax: the file is empty"
 */
export function formatFindings(files: readonly SourceFile[], findings: readonly Finding[]): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return findings
    .map((finding) => {
      const text = finding.file === undefined ? undefined : texts.get(finding.file);
      const frame = text === undefined ? "" : codeFrame(text, finding);
      return [formatFinding(finding), ...(frame === "" ? [] : frame.split("\n").map((line) => `  ${line}`))].join("\n");
    })
    .join("\n\n");
}
