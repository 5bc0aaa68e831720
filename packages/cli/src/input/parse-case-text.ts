import { readJson } from "@amends/core/rules";
import type { CaseText } from "./case-text.js";

/**
 * The value of a case's text, or why it is none, in words that quote nothing a customer wrote. A key that stands twice is refused:
 * nobody can say which of its values is meant.
 */
export function parseCaseText({ text, line, problem }: CaseText): { value: unknown } | { problem: { code: string; message: string } } {
  if (problem !== undefined) return { problem };
  const read = readJson(text);
  const findings = "findings" in read ? read.findings : [];
  const [told] = [...findings.filter(({ code }) => code === "json_duplicate_key"), ...findings];
  const place = told?.line === undefined ? "" : ` at line ${line + told.line - 1}, column ${told.column}`;
  if (told?.code === "json_duplicate_key") {
    return { problem: { code: told.code, message: `the case has one key twice, the second time${place}: keep one of them` } };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: { code: "json_syntax", message: `the case is no JSON: it can't be read${place}` } };
  }
}
