import type { OperatorDecorator } from "./operator-decorator.js";

/** `not:`: the opposite, so true as well where the operator is false because it doesn't apply. */
export const not: OperatorDecorator = {
  name: "not",
  keepsValue: true,
  decorate: (next) => (factValue, value) => !next(factValue, value),
};
