export { createPostgresStore, type PostgresStore, type PostgresStoreOptions } from "./postgres-store.js";
export type { PostgresClient } from "./postgres-client.js";
export { applyPostgresSchema, postgresSchema } from "./postgres-schema.js";
