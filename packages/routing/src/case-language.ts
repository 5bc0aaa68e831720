import type { CaseFile } from "@amends/core/model";

/** The language a case will be answered in: the message's own, else the one the customer prefers, else the host's; the base language only. */
export function caseLanguage(caseFile: CaseFile): string | undefined {
  const known = [caseFile.language?.code, caseFile.customer?.language, caseFile.ticket?.language];
  const found = known.find((code) => code !== undefined && code !== null && code !== "" && code !== "und");
  return found === undefined || found === null ? undefined : baseLanguage(found);
}

/** `pt-BR` → `pt`. */
export function baseLanguage(code: string): string {
  if (code.length === 2) return code.toLowerCase();
  const end = code.search(/[-_]/);
  return (end === -1 ? code : code.slice(0, end)).toLowerCase();
}
