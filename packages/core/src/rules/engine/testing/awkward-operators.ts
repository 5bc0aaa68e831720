import type { OperatorDefinition } from "../../operators/operator-definition.js";

/** Operators that answer something other than a boolean, fail, or carry the name of another one, decorated or not. */
export const awkwardOperators: readonly OperatorDefinition[] = [
  { name: "one", evaluate: () => 1 as unknown as boolean },
  { name: "objectOrNothing", evaluate: (factValue) => (factValue ? ({} as unknown as boolean) : (undefined as unknown as boolean)) },
  {
    name: "failing",
    evaluate: (factValue) => {
      if (factValue === "abc") throw new Error("abc is not allowed");
      return true;
    },
  },
  { name: "not:equal", evaluate: (factValue, value) => factValue === value },
  { name: "someFact:swap:in", evaluate: (factValue) => Array.isArray(factValue) },
  { name: "lessThan", evaluate: (factValue, value) => String(factValue) < String(value) },
];
