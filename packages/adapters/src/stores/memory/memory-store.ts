import type { CaseQueue, PayoutLedger, TicketStore } from "@amends/core/contracts";
import { claimTable } from "./claim-table.js";
import { memoryLedger } from "./memory-ledger.js";
import { memoryQueue } from "./memory-queue.js";
import { memoryTickets } from "./memory-tickets.js";

/** What one process keeps: cases, who works on them, and what was paid. */
export interface MemoryStore {
  readonly tickets: TicketStore;
  readonly queue: CaseQueue;
  readonly ledger: PayoutLedger;
}

/**
 * A store in memory, for tests, demos and hosts of one process. It ends with the process, and with it the knowledge of what was paid:
 * where money moves, keep the ledger in a database.
 *
 * Tickets and queue share their claims. Whatever is handed in or out is a copy. Bad arguments are refused with an AdapterError
 * (`rejected`).
 *
 * @example
 * import { createMemoryStore } from "@amends/adapters/stores/memory";
 * const { queue } = createMemoryStore();
 * const now = Date.UTC(2026, 2, 3, 15);
 * const [first, second] = await Promise.all(["ann", "bob"].map((agent) => queue.claim("C-1", agent, { now, until: now + 900_000 })));
 * first?.claimed; // => true
 * second?.claimed === false && second.heldBy.agent; // => "ann"
 */
export function createMemoryStore(): MemoryStore {
  const claims = claimTable();
  return { tickets: memoryTickets(claims), queue: memoryQueue(claims), ledger: memoryLedger() };
}
