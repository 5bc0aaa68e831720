export { compileCalendar, type CalendarDefinition } from "@amends/core/time";
export type { SlaStatus, SlaTarget } from "@amends/core/model";
export { evaluateSla, type SlaPolicySet } from "./evaluate-sla.js";
export { nextAlarm, slaStatus, type SlaAlarm, type SlaClocks, type SlaClockStatus } from "./status/sla-status.js";
export type { SlaAlert } from "./status/sla-alert.js";
export {
  forecastBreaches,
  type BreachForecast,
  type BreachForecastOptions,
  type BreachRisk,
  type CaseForecast,
  type QueueAgent,
  type QueuedCase,
} from "./forecast/forecast-breaches.js";
export { fitSatisfactionCurve, type SatisfactionObservation } from "./satisfaction/fit-satisfaction-curve.js";
export { satisfactionAfter, satisfactionCurve, valueOfMinuteSaved, type SatisfactionCurve } from "./satisfaction/satisfaction-curve.js";
