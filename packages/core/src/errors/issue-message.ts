import type * as z from "zod";
import { namesListed } from "./quoted.js";

/**
 * What a schema says of a value, fit for a message: of unknown keys the first ones, each with its beginning.
 *
 * @example
 * import { issueMessage } from "@amends/core/errors";
 * import * as z from "zod";
 * const [issue] = z.strictObject({}).safeParse({ ["a".repeat(1_000_000)]: 1 }).error?.issues ?? [];
 * issue === undefined ? 0 : issueMessage(issue).length; // => 100
 */
export function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code !== "unrecognized_keys") return issue.message;
  const names = namesListed(issue.keys, (key) => `"${key}"`);
  return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${names}`;
}
