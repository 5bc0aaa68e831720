import type { OperatorDefinition } from "./operator-definition.js";

/** `isPresent`: with `true` the fact has a value, with `false` it is absent or null. An empty text or list is a value. */
export const isPresent: OperatorDefinition = {
  name: "isPresent",
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    if (typeof value !== "boolean") throw new TypeError('"isPresent" needs true or false to compare with');
    return (factValue !== undefined && factValue !== null) === value;
  },
  checkValue: (value) => (typeof value === "boolean" ? undefined : "true or false"),
};
