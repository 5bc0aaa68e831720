import type * as z from "zod";
import { policySchema } from "../policy.js";

/** What a schema finds wrong in a list it hands on as the arguments of one call, for which a stack has room of some 100,000. */
const rulesAtOnce = 1_000;

/** Everything that the schema of a policy finds wrong with a value, however many rules that has. */
export function policyIssues(value: unknown): readonly z.core.$ZodIssue[] {
  if (typeof value !== "object" || value === null || !("rules" in value)) return issuesOf(value);
  const { rules } = value;
  if (!Array.isArray(rules) || rules.length <= rulesAtOnce) return issuesOf(value);
  const issues: z.core.$ZodIssue[] = [];
  for (let first = 0; first < rules.length; first += rulesAtOnce) {
    for (const issue of issuesOf({ ...value, rules: rules.slice(first, first + rulesAtOnce) })) {
      const [part, index, ...rest] = issue.path;
      if (part === "rules" && typeof index === "number") issues.push({ ...issue, path: [part, first + index, ...rest] });
      else if (first === 0) issues.push(issue);
    }
  }
  return issues;
}

function issuesOf(value: unknown): readonly z.core.$ZodIssue[] {
  try {
    return policySchema.safeParse(value).error?.issues ?? [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ code: "custom", path: [], message: "must have fewer mistakes: they are too many to be told", input: value }];
  }
}
