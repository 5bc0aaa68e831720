import type { IssueType, Sentiment } from "../../model/words.js";

/** A message whose labels are known. */
export interface LabelledMessage {
  readonly text: string;
  /** An ISO 639-1 code. */
  readonly language: string;
  /** Without one, only its feeling is learnt from. */
  readonly issueType?: IssueType;
  readonly sentiment?: Sentiment;
  /** Which kind of `other` it is: 1 to 4. Thanks and spam have nothing in common but being `other`. */
  readonly kind?: number;
}
