/** Whether a fact counts as a number for the comparing operators: what `parseFloat` can read, such as 5, "5" or "5 days". */
export function isNumeric(factValue: unknown): boolean {
  if (typeof factValue === "number") return factValue === factValue;
  return !Number.isNaN(Number.parseFloat(factValue as string));
}
