/** How many days old exchange rates may be, by the policies; undefined where none says so. */
export function maximumRateAge(policySet: { parameter(name: string): unknown }): number | undefined {
  const age = policySet.parameter("maximumRateAgeDays");
  return typeof age === "number" ? age : undefined;
}
