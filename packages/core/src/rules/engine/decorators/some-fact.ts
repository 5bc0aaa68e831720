import type { OperatorDecorator } from "./operator-decorator.js";

/** `someFact:`: true when some entry of the fact passes; false when the fact is no list. */
export const someFact: OperatorDecorator = {
  name: "someFact",
  keepsValue: true,
  decorate: (next) => (factValue, value) => Array.isArray(factValue) && factValue.some((entry) => next(entry, value)),
};
