import { singleKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `equal`: strict equality; NaN equals nothing, a list or object of the rule equals nothing. */
export const equal: OperatorDefinition = {
  name: "equal",
  takes: singleKinds,
  value: "one",
  answers: "anyFacts",
  evaluate: (factValue, value) => factValue === value,
};
