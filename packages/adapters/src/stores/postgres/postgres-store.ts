import type { CaseQueue, PayoutLedger, TicketStore } from "@amends/core/contracts";
import * as z from "zod";
import { checkOptions } from "../../options/parse-options.js";
import { adapter, runWith, type PostgresClient } from "./postgres-client.js";
import { postgresLedger } from "./postgres-ledger.js";
import { postgresQueue } from "./postgres-queue.js";
import { postgresTickets } from "./postgres-tickets.js";

/** How the store reaches its database. */
export interface PostgresStoreOptions {
  readonly client: PostgresClient;
}

/** Cases, who works on them and what was paid, in a database that several processes share. */
export interface PostgresStore {
  readonly tickets: TicketStore;
  readonly queue: CaseQueue;
  readonly ledger: PayoutLedger;
}

const shape = z.strictObject({
  client: z.custom<PostgresClient>((value) => typeof (value as PostgresClient | null | undefined)?.query === "function", {
    error: "expected a client with query(text, params), such as pg's Pool",
  }),
});

/**
 * A store on Postgres 13 or later, through whatever client the host has. The tables are `postgresSchema`.
 *
 * Each operation is one statement, or goes on from what one statement left, so it is atomic on any connection of a pool, at the
 * default isolation (read committed). Errors are AdapterErrors and quote neither rows nor parameters.
 *
 * @throws {AmendsError} `invalid_options` where there is no client.
 * @example
 * import { applyPostgresSchema, createPostgresStore } from "@amends/adapters/stores/postgres";
 * import { PGlite } from "@electric-sql/pglite";
 * const client = await PGlite.create();
 * await applyPostgresSchema(client);
 * const { queue } = createPostgresStore({ client });
 * const now = Date.UTC(2026, 2, 3, 15);
 * const asked = ["ann", "bob", "eva"].map((agent) => queue.claim("C-1", agent, { now, until: now + 900_000 }));
 * (await Promise.all(asked)).filter(({ claimed }) => claimed).length; // => 1
 * await client.close();
 */
export function createPostgresStore(options: PostgresStoreOptions): PostgresStore {
  checkOptions(adapter, shape, options);
  const run = runWith(options.client);
  return { tickets: postgresTickets(run), queue: postgresQueue(run), ledger: postgresLedger(run) };
}
