import type { FindingList } from "./finding-list.js";

/** A rule's priority as json-rules-engine reads it: nothing or 0 is 1, a fraction is cut; less than 1 is a finding. */
export function checkRulePriority(given: unknown, path: string, findings: FindingList): number {
  if (given === undefined || given === null || given === 0 || given === "" || given === false || Number.isNaN(given)) return 1;
  const priority = typeof given === "number" || typeof given === "string" ? Number.parseInt(String(given), 10) : Number.NaN;
  if (priority >= 1) return priority;
  findings.add({
    code: "invalid_priority",
    message: "the rule's priority is no whole number from 1 on",
    path,
    expected: "a number of 1 or more; higher comes first",
  });
  return 1;
}

/** A condition's priority; undefined when none is written. A group's is cut to a whole number, and 1 without one. */
export function checkConditionPriority(given: unknown, isGroup: boolean, path: string, findings: FindingList): number | undefined {
  if (given === undefined || given === null || given === "") return isGroup ? 1 : undefined;
  const priority = typeof given === "string" && String(Number(given)) === given ? Number(given) : given;
  if (typeof priority === "number" && Number.isFinite(priority)) {
    return isGroup ? Number.parseInt(String(priority), 10) || 1 : priority;
  }
  findings.add({
    code: "invalid_priority",
    message: "the condition's priority is no number",
    path,
    expected: "a number; higher is read first",
  });
  return isGroup ? 1 : undefined;
}
