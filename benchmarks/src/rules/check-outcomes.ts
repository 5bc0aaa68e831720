import type { BuiltRules, Question } from "./engines/rule-engine-adapter.js";
import { differenceOf } from "./outcomes.js";
import type { PlainAnswer } from "./plain-reading.js";
import type { Ticket } from "./workload/generate-tickets.js";

/** How far an engine's answers were compared, and where they differ first. */
export interface OutcomeCheck {
  readonly checked: number;
  readonly difference?: string;
}

/** Compares an engine's answers with what the rules say, ticket by ticket, until the time is up. */
export async function checkOutcomes(
  built: BuiltRules,
  question: Question,
  tickets: readonly Ticket[],
  expected: readonly PlainAnswer[],
  budgetMilliseconds: number,
): Promise<OutcomeCheck> {
  const until = performance.now() + budgetMilliseconds;
  for (const [index, ticket] of tickets.entries()) {
    if (performance.now() > until && index > 0) return { checked: index };
    const wanted = expected[index] as PlainAnswer;
    const difference =
      question === "all"
        ? differenceOf(wanted.all, built.names(await built.findAll(ticket)))
        : differenceOf(listed(wanted.first), listed(built.first?.name(await built.first.find(ticket))));
    if (difference !== undefined) return { checked: index + 1, difference: `ticket ${index}: ${difference}` };
  }
  return { checked: tickets.length };
}

const listed = (name: string | undefined) => (name === undefined ? [] : [name]);
