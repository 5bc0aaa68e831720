import { wordFact } from "@amends/core/facts";
import { issueTypes, type CaseFile, type IssueType } from "@amends/core/model";

/**
 * The issue a case is about. What the customer formally claims goes before what the text was taken for: the claim form is a
 * request, the text only hints at one. A claim that names no known issue type leaves it to the text.
 */
export function claimedIssue({ claim, classification }: CaseFile): IssueType | undefined {
  const claimed = claim?.issueType;
  return isIssueType(claimed) ? claimed : classification?.issueType;
}

const known: ReadonlySet<unknown> = new Set(issueTypes);

/** Whether a word is one of the known issue types. */
export function isIssueType(word: unknown): word is IssueType {
  return known.has(word);
}

export const claimedIssueFact = wordFact(issueTypes, {
  description: "The issue the case is about: what is formally claimed, else what the text was classified as.",
  example: "logistics_delay",
  derive: claimedIssue,
});
