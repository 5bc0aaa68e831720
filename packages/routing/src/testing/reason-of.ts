import type { routeTicket } from "../route-ticket.js";

/** Why an agent can't take the ticket. */
export const reasonOf = (assignment: ReturnType<typeof routeTicket>, id: string) => assignment.excluded.find((each) => each.agent === id);
