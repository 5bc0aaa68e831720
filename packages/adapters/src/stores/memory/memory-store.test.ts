import { describe, it } from "vitest";
import { defineContract } from "../../testing/define-contract.js";
import { ledgerContract } from "../../testing/ledger-contract.js";
import { storeContract } from "../../testing/store-contract.js";
import { createMemoryStore } from "./memory-store.js";

describe("the store in memory", () => {
  defineContract(storeContract({ create: createMemoryStore, claimers: 500 }), { test: it });
  defineContract(ledgerContract({ create: createMemoryStore, workers: 500 }), { test: it });
});
