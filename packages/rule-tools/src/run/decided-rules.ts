/** The rules behind what a stage wrote, as policy/rule: of one answer, or of each member of a list. */
export function decidedRules(written: unknown): string[] {
  return [...new Set([written].flat().flatMap(rulesOf))];
}

function rulesOf(answer: unknown): string[] {
  if (typeof answer !== "object" || answer === null) return [];
  const { policy, rules } = answer as { policy?: unknown; rules?: unknown };
  const names = Array.isArray(rules) ? rules.filter((rule) => typeof rule === "string") : [];
  // A member of a list names its one policy beside the rules; there a rule may go by its bare name.
  return typeof policy === "string" ? names.map((rule) => (rule.startsWith(`${policy}/`) ? rule : `${policy}/${rule}`)) : names;
}
