import { isNumeric } from "./is-numeric.js";
import { orderedKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `lessThan`: the fact is less than the value; false when the fact doesn't read as a number. */
export const lessThan: OperatorDefinition = {
  name: "lessThan",
  takes: orderedKinds,
  value: "one",
  answers: "plainFacts",
  evaluate: (factValue, value) => isNumeric(factValue) && (factValue as number) < (value as number),
};
