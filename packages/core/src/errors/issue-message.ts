import type * as z from "zod";
import { namesListed } from "./quoted.js";

/**
 * What a schema says of a value, fit for a message: of unknown keys the first ones, each with its beginning, and of several forms that an
 * object could have the members it lacks for them.
 *
 * @example
 * import { issueMessage } from "@amends/core/errors";
 * import * as z from "zod";
 * const [issue] = z.strictObject({}).safeParse({ ["a".repeat(1_000_000)]: 1 }).error?.issues ?? [];
 * issue === undefined ? 0 : issueMessage(issue).length; // => 100
 */
export function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union") return lackingMember(issue) ?? issue.message;
  if (issue.code !== "unrecognized_keys") return issue.message;
  const names = namesListed(issue.keys, (key) => `"${key}"`);
  return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${names}`;
}

/** Of forms that a member each tells apart: these members. Undefined where something else parts them. */
function lackingMember(issue: z.core.$ZodIssueInvalidUnion): string | undefined {
  const lacking = formsOf(issue).map((issues) => issues.find(({ code, path }) => code === "invalid_type" && path.length === 1)?.path[0]);
  if (lacking.length === 0 || lacking.includes(undefined)) return undefined;
  return `Invalid input: needs one of ${namesListed([...new Set(lacking)].map(String))}`;
}

/** What is wrong with a value for each form that it could have, those of a form with forms of its own among them. */
function formsOf({ errors }: z.core.$ZodIssueInvalidUnion): readonly (readonly z.core.$ZodIssue[])[] {
  return errors.flatMap((issues) => {
    const [only] = issues;
    return issues.length === 1 && only?.code === "invalid_union" && only.path.length === 0 ? formsOf(only) : [issues];
  });
}
