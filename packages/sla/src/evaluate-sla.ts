import { parseCaseFile, type CaseFile, type SlaStatus } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { slaStage } from "./stage/sla-stage.js";

/** What `evaluateSla` decides with: plain policies, or a set compiled once with `compilePolicySet`. */
export type SlaPolicySet = NonNullable<Parameters<typeof slaStage.run>[1]>;

/**
 * By when a ticket must be answered and solved, which target says so, and which targets lost.
 *
 * Each target says from when its clock runs and its `state` at the case's now; of a solved case no clock runs. `answerDueAt` is the one
 * deadline to answer by: null where no answer is owed. A written message's resolution runs from the first answer, and none is due
 * before it. A message after an answer has a `nextResponse` of its own. Pauses, by the `pauses` decision, move deadlines; `slaStatus` tells
 * how far the clocks are.
 *
 * Instants are ISO 8601 texts, targets ISO 8601 durations. The clock starts at the customer's first message, or at
 * `ticket.createdAt`; without either there are no deadlines and `missing` names the fact. Business clocks run by the case's
 * `calendars`, then the context's, else round the clock in the customer's zone. Without a policy set the standard policies decide.
 *
 * Throws an InvalidCaseError where the case can't be read or neither it nor the context says what time it is, an
 * InvalidCalendarError for a calendar that can't be compiled, and an InvalidPolicyError for a policy that can't be loaded.
 *
 * @example
 * import { evaluateSla } from "@amends/sla";
 * const ticket = { channel: "email", text: "Where is my parcel?", createdAt: "2026-03-06T16:00:00Z" } as const;
 * const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]));
 * const caseFile = { now: ticket.createdAt, ticket, calendars: { default: { zone: "Etc/UTC", hours: weekdays } } };
 * evaluateSla(caseFile).firstResponse?.dueAt; // => "2026-03-09T12:00:00Z"
 * evaluateSla(caseFile).firstResponse?.rule; // => "sla/standard-targets/email"
 * evaluateSla(caseFile).answerDueAt; // => "2026-03-09T12:00:00Z"
 */
export function evaluateSla(caseFile: CaseFile, policySet?: SlaPolicySet, context?: Partial<Context>): SlaStatus {
  return slaStage.run(parseCaseFile(caseFile, context?.zones === undefined ? {} : { zones: context.zones }), policySet, context);
}
