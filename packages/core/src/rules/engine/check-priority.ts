import type { FindingList } from "./finding-list.js";

/** A rule's priority as json-rules-engine reads it: nothing or 0 is 1, a fraction is cut; less than 1 is a finding. */
export function checkRulePriority(given: unknown, path: string, findings: FindingList): number {
  const priority = wholeNumber(given);
  if (priority >= 1) return priority;
  findings.add("invalid_priority", path, "the rule's priority is no whole number from 1 on", "a number of 1 or more; higher comes first");
  return 1;
}

interface Prioritised {
  readonly priority?: unknown;
}

/** The priority of a group: cut to a whole number, and 1 without one. */
export function checkGroupPriority({ priority: given }: Prioritised, path: string, findings: FindingList): number {
  const priority = wholeNumber(given);
  if (Number.isNaN(priority) && typeof given !== "number") addNoNumber(path, findings);
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
  return typeof priority === "number" && !Number.isNaN(priority) ? priority : addNoNumber(path, findings);
}

/** Nothing and 0 are 1. */
function wholeNumber(given: unknown): number {
  if (!given) return 1;
  return typeof given === "number" || typeof given === "string" ? Number.parseInt(String(given), 10) : Number.NaN;
}

function addNoNumber(path: string, findings: FindingList): undefined {
  return findings.add("invalid_priority", path, "the condition's priority is no number", "a number; higher is read first");
}
