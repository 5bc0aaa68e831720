import type { IssueType, Sentiment } from "../../model/words.js";

/** A message and what somebody said it is. Where a label has several answers, each of them counts as right. */
export interface LabelledMessage {
  readonly text: string;
  readonly subject?: string;
  readonly id?: string;
  /** An ISO 639-1 code; without one the text tells. */
  readonly language?: string;
  /** Who wrote it: messages of one author never stand on both sides of a cross-validation. */
  readonly author?: string;
  readonly issueTypes?: readonly IssueType[];
  readonly sentiments?: readonly Sentiment[];
}
