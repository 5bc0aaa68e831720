import type { OperatorDecorator } from "./operator-decorator.js";

/** `swap:`: fact and value change places, so a check of the fact's type applies to the value. */
export const swap: OperatorDecorator = {
  name: "swap",
  keepsValue: false,
  decorate: (next) => (factValue, value) => next(value, factValue),
};
