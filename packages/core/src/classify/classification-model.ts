import type { IssueType, Sentiment } from "../model/words.js";

/**
 * A statistical model beside the rules. Its best issue type and score become the facts `model.issueType` and `model.score`;
 * the rules decide what they are worth.
 */
export interface ClassificationModel {
  readonly name: string;
  readonly version: string;
  /**
   * How likely each issue type is, 0 to 1; what is left out counts as 0.
   *
   * @param language an ISO 639-1 code, or `und`
   * @param points what the lexicons found, in points by label; a model needn't heed them
   */
  predict(text: string, language: string, points?: ReadonlyMap<string, number>): Readonly<Partial<Record<IssueType, number>>>;
  /** How likely each feeling is, in the same way; a model needn't tell. */
  predictSentiment?(text: string, language: string, points?: ReadonlyMap<string, number>): Readonly<Partial<Record<Sentiment, number>>>;
  /** How angry the message sounds, and how much it praises rather than complains, each from −100 to 100; a model needn't tell. */
  predictTone?(text: string, language: string, points?: ReadonlyMap<string, number>): { readonly anger: number; readonly praise: number };
}
