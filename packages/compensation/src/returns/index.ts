export { chooseReturnPoint, type ReturnPointChoice } from "./choose-return-point.js";
export { decideReturnless, type ReturnlessDecision } from "./decide-returnless.js";
export type { JudgedRight, NotEligibleReason, ReturnStatus } from "./judged-right.js";
export {
  moveReturn,
  openReturn,
  returnMoves,
  returnOutcomes,
  returnStates,
  type ReturnAuthorisation,
  type ReturnMove,
  type ReturnOutcome,
  type ReturnState,
} from "./return-authorisation.js";
export { returnDuties, type ReturnDuty } from "./return-duties.js";
export { returnEligibility, type ItemEligibility, type ReturnEligibility } from "./return-eligibility.js";
export { returnPackReader, type Period, type ReturnFact, type ReturnFactValue, type ReturnRight } from "./return-fact.js";
export type { CostedReturnPoint, ExcludedReturnPoint, ReturnPoint, ReturnPointRequest } from "./return-point.js";
export type { ReturnSettings } from "./return-settings.js";
