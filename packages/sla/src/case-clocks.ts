import type { MessageAuthor } from "@amends/core/model";
import type { Instant } from "@amends/core/time";
import type { ClockStop } from "./clocks/clock-state.js";
import type { Answers, Conversation } from "./conversation.js";
import { remembered } from "./remembered.js";
import type { TargetParams } from "./target-params.js";
import type { TicketProgress } from "./ticket-progress.js";

/** From when a case's clocks run, and what has stopped them. */
export interface CaseClocks {
  /** Whose messages meet a target. */
  readonly authorsOf: (params: TargetParams) => readonly MessageAuthor[];
  readonly answersTo: (authors: readonly MessageAuthor[]) => Answers;
  /** When the clock of a first response starts. */
  readonly responseStart: (params: TargetParams) => Instant;
  readonly responseStop: (authors: readonly MessageAuthor[]) => ClockStop | undefined;
  readonly resolutionStop: ClockStop | undefined;
}

/**
 * The clocks of one conversation. `counting` are the authors whose messages are answers on the channel; `lacks` hears what was
 * wanted and unknown.
 */
export function caseClocks(
  { answersOf, waitingForAgentSince }: Conversation,
  { solved, solvedAt }: TicketProgress,
  {
    first,
    counting,
    lacks,
  }: { readonly first: Instant; readonly counting: readonly MessageAuthor[]; readonly lacks: (name: string) => void },
): CaseClocks {
  // Targets mostly share the list of a policy, and so one reading of the thread.
  const answersTo = remembered((authors: readonly MessageAuthor[]): Answers => {
    const answers = answersOf(authors);
    if (answers.answered && answers.at === undefined) lacks("ticket.messages.at");
    return answers;
  });
  return {
    authorsOf: ({ answeredBy }) => answeredBy ?? counting,
    answersTo,
    responseStart: ({ startsAt }) => (startsAt === "hand_over" ? (waitingForAgentSince() ?? first) : first),
    responseStop: (authors) => {
      const { answered, at, by } = answersTo(authors);
      if (answered && by !== undefined) return { at, by, fulfils: true };
      return solved ? { at: solvedAt, by: "resolution", fulfils: false } : undefined;
    },
    resolutionStop: solved ? { at: solvedAt, by: "resolution", fulfils: true } : undefined,
  };
}
