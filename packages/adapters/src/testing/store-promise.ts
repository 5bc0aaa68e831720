import type { ContractCase } from "./contract-case.js";

/** Makes the cases of a contract whose stores are opened for each of them, and closed whatever came of it. */
export function storePromise<Bench extends { readonly close?: () => Promise<void> }>(create: () => Promise<Bench> | Bench) {
  return (id: string, says: string, act: (bench: Bench) => Promise<void>): ContractCase => ({
    id,
    says,
    run: async () => {
      const bench = await create();
      try {
        await act(bench);
      } finally {
        await bench.close?.();
      }
    },
  });
}
