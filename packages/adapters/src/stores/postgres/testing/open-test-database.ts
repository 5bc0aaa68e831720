import { PGlite } from "@electric-sql/pglite";
import { applyPostgresSchema } from "../postgres-schema.js";
import type { PostgresClient } from "../postgres-client.js";

/** A database for tests: `empty` removes every row. */
export interface TestDatabase {
  readonly client: PostgresClient;
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const emptyAll = "truncate amends_cases, amends_claims, amends_messages, amends_payout_records, amends_payouts";

/** Postgres in this process. */
export async function openEmbedded(): Promise<TestDatabase> {
  const database = await PGlite.create();
  await applyPostgresSchema(database);
  return {
    client: database,
    empty: async () => void (await database.query(emptyAll)),
    close: () => database.close(),
  };
}

/** A server, in a schema of its own that is dropped again, over a pool of connections that really run side by side. */
export async function openServer(url: string): Promise<TestDatabase> {
  const { Pool } = (await import("pg")).default;
  const schema = `amends_test_${process.pid}`;
  const pool = new Pool({ connectionString: url, max: 10, options: `-c search_path=${schema}` });
  await pool.query(`create schema if not exists ${schema}`);
  await Promise.all([applyPostgresSchema(pool), applyPostgresSchema(pool), applyPostgresSchema(pool)]);
  return {
    client: pool,
    empty: async () => void (await pool.query(emptyAll)),
    close: async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
  };
}
