import { readJson } from "@amends/core/rules";
import type { CaseText } from "./case-text.js";

/** The value of a case's text, or why it is none, in words that quote nothing a customer wrote. */
export function parseCaseText({ text, line, problem }: CaseText): { value: unknown } | { problem: { code: string; message: string } } {
  if (problem !== undefined) return { problem };
  try {
    return { value: JSON.parse(text) };
  } catch {
    const read = readJson(text);
    const finding = "findings" in read ? read.findings[0] : undefined;
    const place = finding?.line === undefined ? "" : ` at line ${line + finding.line - 1}, column ${finding.column}`;
    return { problem: { code: "json_syntax", message: `the case is no JSON: it can't be read${place}` } };
  }
}
