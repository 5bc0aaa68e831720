import type { LabelledMessage } from "./labelled-message.js";

/** One answer, with what is known of it. */
export interface Answer {
  readonly answer: string;
  /** What came next, best first. */
  readonly alternatives?: readonly string[];
  /** How likely it is held to be right, 0 to 1. */
  readonly confidence?: number;
}

/** What a classifier says of a message; it leaves out what it doesn't judge. */
export interface Answers {
  readonly issueType?: Answer;
  readonly sentiment?: Answer;
}

/** Anything that answers messages: the rules, a model, a baseline. It sees the labels and must not look. */
export type Answering = (message: LabelledMessage) => Answers;
