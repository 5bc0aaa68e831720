import type { PayoutPlan } from "@amends/core/contracts";
import { AdapterError, AmendsError } from "@amends/core/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineContract } from "../../testing/define-contract.js";
import { ledgerContract } from "../../testing/ledger-contract.js";
import { demandNoLeak } from "../../testing/leaks.js";
import { storeContract } from "../../testing/store-contract.js";
import { applyPostgresSchema } from "./postgres-schema.js";
import { createPostgresStore } from "./postgres-store.js";
import { openEmbedded, openServer, type TestDatabase } from "./testing/open-test-database.js";

const samplePayout = (change: Partial<PayoutPlan>): PayoutPlan => ({
  key: "K-1",
  offer: "F-1",
  sequence: 0,
  caseId: "C-1",
  orderId: "O-1",
  remedy: "partial_refund",
  amount: null,
  refundable: null,
  steps: [{ id: "1", kind: "partial_refund", says: "✈ \0", amount: null, data: {} }],
  why: { because: "late", rules: [], policies: [], approval: null },
  ...change,
});

const url = process.env["DATABASE_URL"] ?? "";

const databases: readonly { name: string; skipped: boolean; open: () => Promise<TestDatabase> }[] = [
  { name: "embedded Postgres (PGlite)", skipped: false, open: openEmbedded },
  {
    name: url === "" ? "a Postgres server (skipped: DATABASE_URL names none)" : "a Postgres server (DATABASE_URL)",
    skipped: url === "",
    open: () => openServer(url),
  },
];

/** Embedded Postgres takes its time on a machine that is busy. */
const starting = 120_000;

for (const { name, skipped, open } of databases) {
  describe.skipIf(skipped)(`the store on ${name}`, () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await open();
    }, starting);
    afterAll(() => database.close());
    const create = async () => {
      await database.empty();
      return createPostgresStore({ client: database.client });
    };
    defineContract(storeContract({ create, claimers: 100 }), { test: it });
    defineContract(ledgerContract({ create, workers: 100 }), { test: it });

    it("keeps its rows when the schema is applied again", async () => {
      const { queue } = await create();
      await queue.claim("C-1", "ann", { now: 1 });
      await applyPostgresSchema(database.client);
      expect((await queue.holder("C-1", { now: 1 }))?.agent).toBe("ann");
    });

    it("brings tables from before payouts were known by order, remedy and amount up to date", async () => {
      const { ledger } = await create();
      const plan = samplePayout({
        key: "K-1",
        amount: { amount: "30.00", currency: "USD" },
        refundable: { amount: "50.00", currency: "USD" },
      });
      await ledger.begin(plan, { worker: "w", now: 1, until: 2 });
      await database.client.query("drop function amends_open_payout");
      await database.client.query("alter table amends_payouts drop order_id, drop remedy, drop currency, drop amount");
      await expect(ledger.begin(plan, { worker: "w", now: 3, until: 4 })).rejects.toThrow("apply postgresSchema");
      await applyPostgresSchema(database.client);
      const again = await ledger.begin({ ...plan, key: "K-2", sequence: 1 }, { worker: "w", now: 3, until: 4 });
      expect(again.state === "taken" && again.entries.map((entry) => entry.plan.key)).toEqual(["K-1"]);
    });

    it("adds no line to a payout that passes to somebody else at the same time", async () => {
      const { ledger } = await create();
      const plan = samplePayout({ caseId: null, orderId: null, remedy: "coupon" });
      for (let round = 0; round < 10; round += 1) {
        const key = `K-${round}`;
        const first = await ledger.begin({ ...plan, key, sequence: round }, { worker: "first", now: 0, until: 10 });
        if (first.state !== "yours") throw new Error(first.state);
        const line = { step: "1", direction: "do", status: "started", attempt: 1, at: 9, worker: "first", because: "asked" } as const;
        const [recorded, next] = await Promise.all([
          ledger.record(key, { fence: first.fence, record: line }),
          ledger.begin({ ...plan, key, sequence: round }, { worker: "next", now: 10, until: 20 }),
        ]);
        // Whatever came first: the next worker has seen every line that was taken.
        expect(next.state === "yours" && next.entry.records.length).toBe(recorded ? 1 : 0);
      }
    });
  });
}

describe("errors of the database", () => {
  const failing = (error: unknown) => createPostgresStore({ client: { query: () => Promise.reject(error) } });
  const planted = "jane@example.com";
  const errorOf = (code?: string) =>
    Object.assign(new Error(`Key (id)=(${planted}) exists`), { detail: planted }, code === undefined ? {} : { code });

  it.each([
    ["42P01", "rejected", /apply postgresSchema/],
    ["42883", "rejected", /apply postgresSchema/],
    ["42501", "auth", /SQLSTATE 42501/],
    ["28P01", "auth", /SQLSTATE/],
    ["22003", "rejected", /refused/],
    ["40001", "unavailable", /SQLSTATE 40001/],
    ["ECONNREFUSED", "unavailable", /didn't answer the statement$/],
    [undefined, "unavailable", /didn't answer/],
  ])("%s is told as %s, without what it quotes", async (code, reason, message) => {
    const error: unknown = await failing(errorOf(code))
      .queue.holder("C-1", { now: 1 })
      .catch((caught: unknown) => caught);
    if (!AdapterError.isInstance(error)) throw error;
    expect(error.reason).toBe(reason);
    expect(error.retryable).toBe(reason === "unavailable");
    expect(error.message).toMatch(message);
    demandNoLeak(error, [planted]);
  });

  it("a client that is none is refused", () => {
    for (const client of [undefined, null, {}, { query: "select" }])
      expect(() => createPostgresStore({ client } as never)).toThrow(AmendsError);
  });

  it("a payout that is gone each time it is looked at ends in a refusal, not in a loop", async () => {
    const asked: string[] = [];
    const { ledger } = createPostgresStore({ client: { query: async (text) => ({ rows: (asked.push(text), []) }) } });
    const lease = { worker: "w", now: 1, until: 2 };
    await expect(ledger.begin({ key: "K", offer: "F" } as never, lease)).rejects.toThrow("changed too often");
    expect(asked.length).toBeLessThan(50);
    const row = { plan: "{}", status: "open", worker: null, lease_until: null, records: "[]" };
    const stubborn = createPostgresStore({ client: { query: async (text) => ({ rows: text.startsWith("select") ? [row] : [] }) } });
    await expect(stubborn.ledger.undo("K", { ...lease, because: "mistake" })).rejects.toThrow("changed too often");
    const vanishing = createPostgresStore({
      client: { query: async (text) => ({ rows: text.includes("amends_open_payout") ? [{ in_the_way: null }] : [] }) },
    });
    await expect(vanishing.ledger.begin({ key: "K", offer: "F" } as never, lease)).rejects.toThrow("changed too often");
  });
});
