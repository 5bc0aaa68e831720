import type { MessageAuthor } from "@amends/core/model";
import type { Instant } from "@amends/core/time";
import type { ClockStop } from "./clocks/clock-state.js";
import type { Answers, Conversation, Counting } from "./conversation.js";
import type { TargetParams } from "./target-params.js";
import type { TicketProgress } from "./ticket-progress.js";

/** From when a case's clocks run, and what has stopped them. */
export interface CaseClocks {
  /** Which messages meet a target. */
  readonly countingOf: (params: TargetParams) => Counting;
  readonly answersTo: (counting: Counting) => Answers;
  /** When the clock of a first response starts. */
  readonly responseStart: (params: TargetParams) => Instant;
  readonly responseStop: (counting: Counting) => ClockStop | undefined;
  readonly resolutionStop: ClockStop | undefined;
}

/**
 * The clocks of one conversation. `counting` says which messages are answers on the channel; `lacks` hears what was wanted and
 * unknown.
 */
export function caseClocks(
  { answersOf, waitingForAgentSince }: Conversation,
  { solved, solvedAt }: TicketProgress,
  { first, counting, lacks }: { readonly first: Instant; readonly counting: Counting; readonly lacks: (name: string) => void },
): CaseClocks {
  // Targets mostly share what a policy counts, and so one reading of the thread.
  const readings = new Map<string, Answers>();
  const answersTo = (wanted: Counting): Answers => {
    const key = `${wanted.from.join()}|${wanted.ignoring.join()}`;
    const before = readings.get(key);
    if (before !== undefined) return before;
    const answers = answersOf(wanted);
    if (answers.answered && answers.at === undefined) lacks("ticket.messages.at");
    readings.set(key, answers);
    return answers;
  };
  return {
    countingOf: ({ answeredBy, ignoring }) =>
      answeredBy === undefined && ignoring === undefined
        ? counting
        : { from: answeredBy ?? counting.from, ignoring: ignoring ?? counting.ignoring },
    answersTo,
    responseStart: ({ startsAt }) => (startsAt === "hand_over" ? (waitingForAgentSince() ?? first) : first),
    responseStop: (wanted) => {
      const { answered, at, by } = answersTo(wanted);
      if (answered && by !== undefined) return { at, by, fulfils: true };
      return solved ? { at: solvedAt, by: "resolution", fulfils: false } : undefined;
    },
    resolutionStop: solved ? { at: solvedAt, by: "resolution", fulfils: true } : undefined,
  };
}

/** What counts for a person: an agent's answers, whoever else's do. */
export function countingAgents({ ignoring }: Counting): Counting {
  return { from: agentsOnly, ignoring };
}

/** Whose messages are answers where no policy says so. */
export const agentsOnly: readonly MessageAuthor[] = ["agent"];
