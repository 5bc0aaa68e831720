export { compileCalendar, type CalendarDefinition } from "@amends/core/time";
export type { SlaStatus, SlaTarget } from "@amends/core/model";
export { evaluateSla, type SlaPolicySet } from "./evaluate-sla.js";
