export { createDesk, type Desk } from "./create-desk.js";
export type { DeskAdapters, DeskOptions, DeskStage, StagesInOrder } from "./desk-options.js";
export { InvalidDeskOptionsError } from "./invalid-desk-options-error.js";
export { outboundMessages } from "./outbound-messages.js";
export type { ProcessOptions } from "./process-message.js";
export type { Replayed } from "./replay.js";
export { caseTimers, type CaseTimer } from "./set-timers.js";
export type { RunStagesOptions } from "./run-stages.js";
export { standardStages } from "./standard-stages.js";
