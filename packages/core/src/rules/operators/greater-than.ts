import { isNumeric } from "./is-numeric.js";
import { orderedKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `greaterThan`: the fact is greater than the value; false when the fact doesn't read as a number. */
export const greaterThan: OperatorDefinition = {
  name: "greaterThan",
  takes: orderedKinds,
  value: "one",
  answers: "plainFacts",
  evaluate: (factValue, value) => isNumeric(factValue) && (factValue as number) > (value as number),
};
