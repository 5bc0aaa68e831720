/** Of two numbers, how they stand to each other decides these. */
export const numberComparisons: ReadonlySet<string> = new Set([
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
]);
