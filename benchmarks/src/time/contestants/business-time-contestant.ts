import type { DeadlineQuestion, WorkCalendar } from "../work-calendar.js";

/** What computes deadlines in working time. */
export interface BusinessTimeContestant {
  readonly name: string;
  readonly description: string;
  /** Gets ready for a calendar; only the last one that it was readied for may be asked. */
  ready(calendar: WorkCalendar): (question: DeadlineQuestion) => number;
}
