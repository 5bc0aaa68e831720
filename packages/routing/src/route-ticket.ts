import { parseCaseFile, type Assignment, type CaseFile } from "@amends/core/model";
import { routingStage } from "./stage/routing-stage.js";

type Given = Parameters<typeof routingStage.run>;

/**
 * Who answers a case: bot or human, which tier, which agent or team, by when, and with what in hand. Each agent of the roster (the
 * case's own `agents`, else the context's) is either a candidate with a score and its reasons, or excluded with a reason.
 *
 * An agent works by `calendar` (a name in the case's or the context's calendars; "default" where it names none), read in the agent's
 * own `zone` where it has one. Where no calendar "default" exists, the status alone says who is at work. Whoever could take the case is
 * taken as available, free and with room where the roster doesn't say; `missing` names what it doesn't: `agents.status`, `agents.load`,
 * `agents.capacity`.
 *
 * Where nobody who meets every requirement can take the case now, the policies say whether to wait for one who writes the language, to
 * translate, or to let go of a requirement; `relaxed` says of which. Status, working hours and capacity always count.
 *
 * @param policySet A compiled policy set or plain policies; the standard ones where nothing is given.
 * @throws {InvalidCaseError} where the case can't be read, or the roster: two agents of one id, an unknown zone.
 * @throws {InvalidCalendarError} where a calendar that an agent works by can't be compiled.
 * @example
 * import { routeTicket } from "@amends/routing";
 * const assignment = routeTicket({
 *   now: "2026-03-03T15:00:00Z",
 *   ticket: { channel: "email", language: "nl" },
 *   agents: [
 *     { id: "a", team: "eu", tier: "L2", languages: [{ code: "nl", level: 5 }], capacity: 5, load: 2, status: "available" },
 *     { id: "b", team: "eu", tier: "L2", languages: [{ code: "nl", level: 5 }], capacity: 5, load: 5, status: "available" },
 *   ],
 * });
 * assignment.agent; // => "a"
 * assignment.excluded; // => [{ agent: "b", reason: "at_capacity", because: "Has 5 open tickets and takes 5." }]
 */
export function routeTicket(caseFile: CaseFile, policySet?: Given[1], context?: Given[2]): Assignment {
  return routingStage.run(parseCaseFile(caseFile, context?.zones === undefined ? {} : { zones: context.zones }), policySet, context);
}
