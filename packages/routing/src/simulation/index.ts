export type { Arrivals, PastTicket } from "./arrivals.js";
export { arrivalsAtRates, type ArrivalRates } from "./arrivals-at-rates.js";
export { arrivalsOfHistory } from "./arrivals-of-history.js";
export { assignBySkills } from "./assign-by-skills.js";
export {
  compareSimulations,
  type ComparedMeasure,
  type ComparisonOptions,
  type MeanInterval,
  type SimulationComparison,
} from "./compare-simulations.js";
export { simulate } from "./simulate.js";
export type { SimulationFigures, SimulationResult, WaitFigures, WorkFigures } from "./simulation-figures.js";
export type { Assignability, SimulatedTicket, SimulationPolicy } from "./simulation-policy.js";
export type { SimulationSetup } from "./simulation-setup.js";
export type { TicketKind } from "./ticket-kind.js";
