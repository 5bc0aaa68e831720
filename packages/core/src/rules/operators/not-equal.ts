import { singleKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `notEqual`: the opposite of `equal`, so true for an absent fact. */
export const notEqual: OperatorDefinition = {
  name: "notEqual",
  takes: singleKinds,
  value: "one",
  answers: "anyFacts",
  evaluate: (factValue, value) => factValue !== value,
};
