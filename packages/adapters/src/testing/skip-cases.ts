import { ContractFailure, type ContractCase } from "./contract-case.js";

/**
 * The cases, those that are named skipped for the reason given. A reason must be said, and an id must exist: a skip that
 * outlives its case fails.
 *
 * @throws {ContractFailure} where an id is unknown or a reason is empty.
 * @example
 * import { skipCases } from "@amends/adapters/testing";
 * const cases = [{ id: "faults/timeout", says: "a call ends", run: async () => undefined }];
 * skipCases(cases, { "faults/timeout": "the vendor's SDK has no timeout" })[0]?.skip; // => "the vendor's SDK has no timeout"
 */
export function skipCases(cases: readonly ContractCase[], skips: Readonly<Record<string, string>>): readonly ContractCase[] {
  for (const [id, reason] of Object.entries(skips)) {
    if (!cases.some((each) => each.id === id)) throw new ContractFailure(`There is no case "${id}" to skip.`);
    if (reason.trim() === "") throw new ContractFailure(`Say why "${id}" is skipped.`);
  }
  return cases.map((each) => (Object.hasOwn(skips, each.id) ? { ...each, skip: skips[each.id] as string } : each));
}
