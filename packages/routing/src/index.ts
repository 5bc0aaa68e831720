export { routeTicket } from "./route-ticket.js";
export { agentsNeeded, type StaffingTarget } from "./staffing/agents-needed.js";
export { erlangC, type CallLoad, type WaitingTimes } from "./staffing/erlang-c.js";
