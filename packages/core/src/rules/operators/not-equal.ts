import type { OperatorDefinition } from "./operator-definition.js";

/** `notEqual`: the opposite of `equal`, so true for an absent fact. */
export const notEqual: OperatorDefinition = {
  name: "notEqual",
  evaluate: (factValue, value) => factValue !== value,
  prepare: (value) => (factValue) => factValue !== value,
};
