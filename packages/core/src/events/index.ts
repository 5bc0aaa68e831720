export { caseEventLogKinds, caseEventSchema, type CaseEvent, type CaseEventLogKind } from "./case-event.js";
export { createEventBus, type EventBus } from "./create-event-bus.js";
export type { LoggedTarget } from "./logged-target.js";
export type { DeskEvents } from "./event-map.js";
