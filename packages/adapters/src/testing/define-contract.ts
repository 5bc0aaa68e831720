import type { ContractCase } from "./contract-case.js";

/** The part of a test framework that a contract needs: vitest, jest, node:test and Deno all have it. */
export type DefineTest = (name: string, run: () => Promise<void>) => unknown;

/** How a framework marks a test that isn't run. */
export interface DefineOptions {
  readonly test: DefineTest;
  readonly skip?: DefineTest;
}

/**
 * Hands the cases of a contract to a test framework. A skipped case bears its reason in its name.
 *
 * @example
 * import { defineContract } from "@amends/adapters/testing";
 * const names: string[] = [];
 * defineContract([{ id: "a", says: "it holds", run: async () => undefined }], { test: (name) => names.push(name) });
 * names; // => ["a: it holds"]
 */
export function defineContract(cases: readonly ContractCase[], { test, skip }: DefineOptions): void {
  for (const { id, says, skip: reason, run } of cases) {
    if (reason === undefined) test(`${id}: ${says}`, run);
    else skip?.(`${id}: ${says} (skipped: ${reason})`, async () => undefined);
  }
}
