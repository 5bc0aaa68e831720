import { isNumeric } from "./is-numeric.js";
import { orderedKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `lessThanInclusive`: the fact is at most the value; false when the fact doesn't read as a number. */
export const lessThanInclusive: OperatorDefinition = {
  name: "lessThanInclusive",
  takes: orderedKinds,
  value: "one",
  answers: "plainFacts",
  evaluate: (factValue, value) => isNumeric(factValue) && (factValue as number) <= (value as number),
};
