/** What a classifier answered to one message, beside what counts as right. */
export interface JudgedAnswer {
  /** Groups the figures: an ISO 639-1 code, `und` where nobody knows. */
  readonly language: string;
  /** The right answer, or several that count as right. */
  readonly accepted: readonly string[];
  readonly answer: string;
  /** What came next, best first; for the share of messages whose right answer is among the first three. */
  readonly alternatives?: readonly string[];
  /** How likely the classifier held its answer to be right, 0 to 1. */
  readonly confidence?: number;
}

/** Whether an answer counts as right. */
export function isRight({ accepted, answer }: JudgedAnswer): boolean {
  return accepted.includes(answer);
}

/** The answer the message is counted under: the one given where it is right, else the first of those that were. */
export function truthOf({ accepted, answer }: JudgedAnswer): string {
  return accepted.includes(answer) ? answer : (accepted[0] ?? "other");
}
