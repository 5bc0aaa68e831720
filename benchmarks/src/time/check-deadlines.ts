import type { BusinessTimeContestant } from "./contestants/business-time-contestant.js";
import type { DeadlineQuestion, WorkCalendar } from "./work-calendar.js";

/** How many of its answers are right, and the first that isn't. */
export interface CheckedContestant {
  readonly contestant: string;
  readonly right: number;
  readonly of: number;
  readonly wrong?: { readonly question: DeadlineQuestion; readonly answer: number; readonly expected: number };
}

/** Compares all answers with those that counting gives. */
export function checkDeadlines(
  { name, ready }: BusinessTimeContestant,
  calendar: WorkCalendar,
  questions: readonly DeadlineQuestion[],
  expected: readonly number[],
): CheckedContestant {
  const answer = ready(calendar);
  let right = 0;
  let wrong: CheckedContestant["wrong"];
  questions.forEach((question, index) => {
    const given = answer(question);
    if (given === expected[index]) right += 1;
    else wrong ??= { question, answer: given, expected: expected[index] as number };
  });
  return { contestant: name, right, of: questions.length, ...(wrong === undefined ? {} : { wrong }) };
}
