import type { OperatorDecorator } from "./operator-decorator.js";

/** `everyFact:`: true when every entry of the fact passes, so for an empty list too; false when the fact is no list. */
export const everyFact: OperatorDecorator = {
  name: "everyFact",
  keepsValue: true,
  decorate: (next) => (factValue, value) => Array.isArray(factValue) && factValue.every((entry) => next(entry, value)),
};
