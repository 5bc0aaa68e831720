import { AdapterError, type AdapterErrorKind } from "@amends/core/errors";

/**
 * Whatever runs one SQL statement at a time: a `Pool` or `Client` of pg, a `PGlite`, or anything else of this shape. The store needs
 * no transactions: each of its steps is one statement, so the connections of a pool will do.
 */
export interface PostgresClient {
  query(text: string, params?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** Runs a statement; each row is an object of its columns. */
export type Run = (operation: string, text: string, params?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export const adapter = "postgres";

/** What the classes and codes of SQLSTATE mean for the caller. */
const reasons: readonly { readonly code: RegExp; readonly reason: AdapterErrorKind; readonly says: string }[] = [
  { code: /^42(P01|703|883)$/, reason: "rejected", says: "the tables aren't there or are older: apply postgresSchema" },
  { code: /^42501$|^28/, reason: "auth", says: "the database lets this user not do it" },
  { code: /^(22|23|42)/, reason: "rejected", says: "the database refused the statement" },
];

/** A client whose errors are AdapterErrors. A database's own message quotes rows, so only its SQLSTATE is passed on. */
export function runWith(client: PostgresClient): Run {
  return async (operation, text, params = []) => {
    try {
      const { rows } = await client.query(text, [...params]);
      return rows as readonly Readonly<Record<string, unknown>>[];
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      const state = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
      const known = state === undefined ? undefined : reasons.find((each) => each.code.test(state));
      const { reason, says } = known ?? { reason: "unavailable", says: "the database didn't answer the statement" };
      throw new AdapterError({ adapter, reason, message: `${operation}: ${says}${state === undefined ? "" : ` (SQLSTATE ${state})`}` });
    }
  };
}
