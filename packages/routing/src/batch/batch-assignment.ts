import type { Assignment, AssignmentCandidate, Handler, SupportTier, Urgency } from "@amends/core/model";
import type { BatchCriterion } from "./batch-criterion.js";

/** What counts against a ticket's place, in points, and their sum. */
export type BatchCost = Readonly<Record<BatchCriterion | "total", number>>;

/** An agent the ticket would have had at a lower cost, and what came in between. */
export interface LostAgent {
  readonly agent: string;
  /** How many points less that would have cost, with nobody else in the way. */
  readonly points: number;
  readonly because: string;
}

/** Who takes one ticket of a batch. */
export interface BatchTicket {
  /** The case's id, else the ticket's, else null. */
  readonly id: string | null;
  /** The place in the list that was given. */
  readonly index: number;
  readonly handler: Handler;
  readonly tier: SupportTier;
  readonly priority: Urgency;
  /** Null where the bot answers, or the ticket stays in the queue. */
  readonly agent: string | null;
  readonly team: string | null;
  readonly translation: boolean;
  readonly relaxed: Assignment["relaxed"];
  /** ISO 8601. Of an agent: after the tickets that the agent has open and those of this batch that go before. */
  readonly expectedResponseAt: string | null;
  readonly breachExpected: boolean;
  /** The score of the agent for this ticket, with the reasons, as {@link AssignmentCandidate} has them; null without an agent. */
  readonly score: AssignmentCandidate | null;
  readonly cost: BatchCost;
  /** How many agents could take it, were it alone. */
  readonly able: number;
  /** In one sentence why it went there. */
  readonly because: string;
  /** Agents who would have suited it better, best first, at most three. */
  readonly lost: readonly LostAgent[];
  /** Whom it would have gone to, tickets being assigned one after the other. */
  readonly oneByOne: string | null;
  readonly policies: Assignment["policies"];
  readonly rules: Assignment["rules"];
  readonly missing: Assignment["missing"];
}

/** What a way to assign the whole batch comes to. */
export interface BatchTotals {
  readonly cost: BatchCost;
  readonly assigned: number;
  readonly queued: number;
  readonly byBot: number;
  /** Tickets whose answer is expected after their deadline. */
  readonly late: number;
  /** Jain's index of the load ratios of all agents who could take any of the tickets: 1 where all are equally loaded; null without any. */
  readonly fairness: number | null;
  readonly requirementsLetGo: number;
}

/** A backlog assigned at once. */
export interface BatchAssignment {
  /** One for each case, in the order given. */
  readonly tickets: readonly BatchTicket[];
  /** The version of the zone data that expected responses were computed with. */
  readonly zonesVersion: string;
  /** Of the assignment above, whose cost is the least possible. */
  readonly totals: BatchTotals;
  /** Of assigning one after the other: by priority, then deadline, then age, each to whoever costs least just then. */
  readonly oneByOne: BatchTotals;
}
