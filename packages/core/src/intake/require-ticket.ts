import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import type { Ticket } from "../model/ticket.js";

/** The case's ticket, or an error: an event alone has nobody to answer. */
export function requireTicket(caseFile: CaseFile): Ticket {
  requireObject(caseFile, "caseFile");
  if (caseFile.ticket) return caseFile.ticket;
  throw new InvalidCaseError([
    { code: "case_value_missing", message: "the case has no ticket", path: "ticket", expected: "a case that somebody wrote" },
  ]);
}

/** The agent's id, or an error. */
export function requireAgent(agent: unknown): string {
  if (typeof agent === "string" && agent.trim() !== "") return agent;
  throw new InvalidCaseError([
    { code: "case_value_missing", message: "the agent is missing", path: "agent", expected: 'an agent\'s id such as "agent-7"' },
  ]);
}
