import { isNumeric } from "./is-numeric.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `greaterThanInclusive`: the fact is at least the value; false when the fact doesn't read as a number. */
export const greaterThanInclusive: OperatorDefinition = {
  name: "greaterThanInclusive",
  evaluate: (factValue, value) => isNumeric(factValue) && (factValue as number) >= (value as number),
};
