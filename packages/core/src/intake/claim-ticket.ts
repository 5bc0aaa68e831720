import type { CaseFile } from "../model/case-file.js";
import { requireAgent, requireTicket } from "./require-ticket.js";

/** Whether the agent owns the ticket now, and who does. */
export interface TicketClaim {
  readonly claimed: boolean;
  readonly owner: string;
  readonly caseFile: CaseFile;
}

/**
 * Makes an agent the owner of a ticket that nobody owns. A ticket has one owner: where somebody else was faster the case stays as it
 * is and `claimed` is false; claiming one's own ticket again changes nothing. Across processes the store's `claim` decides.
 *
 * @throws {InvalidCaseError} where there is no ticket or no agent.
 * @example
 * import { claimTicket } from "@amends/core/intake";
 * const { caseFile } = claimTicket({ ticket: { channel: "email" } }, "agent-7");
 * claimTicket(caseFile, "agent-8").claimed; // => false
 * claimTicket(caseFile, "agent-8").owner; // => "agent-7"
 */
export function claimTicket(caseFile: CaseFile, agent: string): TicketClaim {
  const ticket = requireTicket(caseFile);
  const claimant = requireAgent(agent);
  if (ticket.owner) return { claimed: ticket.owner === claimant, owner: ticket.owner, caseFile };
  return { claimed: true, owner: claimant, caseFile: { ...caseFile, ticket: { ...ticket, owner: claimant } } };
}
