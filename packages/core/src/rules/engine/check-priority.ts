import type { FindingList } from "./finding-list.js";

/** A rule's priority as json-rules-engine reads it: nothing or 0 is 1, a fraction is cut; less than 1 is a finding. */
export function checkRulePriority(given: unknown, path: string, findings: FindingList): number {
  if (!given) return 1;
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

interface Prioritised {
  readonly priority?: unknown;
}

/** The priority of a group: cut to a whole number, and 1 without one. */
export function checkGroupPriority({ priority: given }: Prioritised, path: string, findings: FindingList): number {
  if (!given) return 1;
  const priority = typeof given === "number" || typeof given === "string" ? Number.parseInt(String(given), 10) : Number.NaN;
  if (Number.isNaN(priority) && typeof given !== "number") findings.add(noNumber(path));
  return priority || 1;
}

/**
 * The priority of a test or of a reference, as written. One that is there but empty stays 0, which ranks as none, and in a shared
 * condition hides the priority of what refers to it.
 */
export function checkWrittenPriority(condition: Prioritised, path: string, findings: FindingList): number | undefined {
  const { priority: given } = condition;
  if (!given) return Object.hasOwn(condition, "priority") ? 0 : undefined;
  const priority = typeof given === "string" && String(Number(given)) === given ? Number(given) : given;
  if (typeof priority === "number" && !Number.isNaN(priority)) return priority;
  findings.add(noNumber(path));
  return undefined;
}

const noNumber = (path: string) => ({
  code: "invalid_priority",
  message: "the condition's priority is no number",
  path,
  expected: "a number; higher is read first",
});
