import { PGlite } from "@electric-sql/pglite";
import { createMemoryStore } from "@amends/adapters/stores/memory";
import { applyPostgresSchema, createPostgresStore, type PostgresClient } from "@amends/adapters/stores/postgres";
import { proposeRemedies } from "@amends/compensation";
import { executePayout, payoutsOf, planPayout, undoPayout, type PayoutActions } from "@amends/compensation/payout";
import type { PayoutLedger, PayoutPlan } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { createDesk } from "@amends/desk";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", text: "It has been 45 days and still nothing." },
  claim: { issueType: "logistics_delay" },
  order: { id: "O-1", total: { amount: "89.90", currency: "USD" } },
  shipment: { carrier: "yunexpress", shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
};
const remedies = proposeRemedies(caseFile);
const planOf = (remedy: string) => planPayout(caseFile, remedies, { remedy, approvedBy: "the team lead" });

/** A bank that pays as often as it is asked. */
function bank() {
  const paid: string[] = [];
  const done = { status: "done" } as const;
  const undo = { run: async () => (paid.push("undo"), done) };
  const action = {
    run: async (step: { id: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      paid.push(step.id);
      return done;
    },
    undo,
  };
  const actions: PayoutActions = { full_refund: action, reship: action, wait: action, nextPurchaseDiscountPercent: action };
  return { paid, actions };
}

const url = process.env["DATABASE_URL"] ?? "";

const stores: readonly {
  name: string;
  skipped?: boolean;
  open: () => Promise<{ ledgers: () => PayoutLedger; close: () => Promise<void> }>;
}[] = [
  {
    name: "in memory",
    open: async () => {
      const { ledger } = createMemoryStore();
      return { ledgers: () => ledger, close: async () => undefined };
    },
  },
  {
    name: "on embedded Postgres, each statement in a transaction of its own among others",
    open: async () => {
      const database = await PGlite.create();
      await applyPostgresSchema(database);
      const client: PostgresClient = { query: (text, params) => database.transaction((transaction) => transaction.query(text, params)) };
      return { ledgers: () => createPostgresStore({ client }).ledger, close: () => database.close() };
    },
  },
  {
    name: url === "" ? "on a Postgres server (skipped: DATABASE_URL names none)" : "on a Postgres server, over ten connections",
    skipped: url === "",
    open: async () => {
      const schema = `amends_paying_${process.pid}`;
      const pool = new pg.Pool({ connectionString: url, max: 10, options: `-c search_path=${schema}` });
      await pool.query(`create schema ${schema}`);
      await applyPostgresSchema(pool);
      const close = async () => {
        await pool.query(`drop schema ${schema} cascade`);
        await pool.end();
      };
      return { ledgers: () => createPostgresStore({ client: pool }).ledger, close };
    },
  },
];

/** A ledger whose process ends once so many calls have come through: the answer to the last one reaches nobody. */
function endsAfter(ledger: PayoutLedger, calls: number): PayoutLedger {
  let left = calls;
  return new Proxy(ledger, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]) => {
        if (left <= 0) throw new Error("the process has ended");
        const answer = await (member as (...all: unknown[]) => Promise<unknown>)(...given);
        left -= 1;
        if (left === 0) throw new Error("the process ends");
        return answer;
      };
    },
  });
}

/** Embedded Postgres takes its time on a machine that is busy. */
const starting = 120_000;

for (const { name, skipped = false, open } of stores)
  describe.skipIf(skipped)(`a ledger ${name}`, () => {
    let opened: Awaited<ReturnType<(typeof stores)[number]["open"]>>;
    beforeAll(async () => {
      opened = await open();
    }, starting);
    afterAll(() => opened.close());

    it("pays a case once, whichever remedies are chosen at the same time and however often", async () => {
      const { paid, actions } = bank();
      const wanted = ["full_refund", "reship", "wait", "full_refund", "full_refund", "reship", "wait", "full_refund"];
      const outcomes = await Promise.all(wanted.map((remedy) => executePayout(planOf(remedy), { ledger: opened.ledgers(), actions })));
      const first = outcomes.filter((outcome) => outcome.status === "paid" && !outcome.already);
      expect(first).toHaveLength(1);
      expect(outcomes.every(({ status }) => ["paid", "held", "taken"].includes(status))).toBe(true);
      for (const remedy of wanted) await executePayout(planOf(remedy), { ledger: opened.ledgers(), actions });
      expect(paid).toHaveLength(2);
    });

    it("tells the next offer what was paid, so that it isn't offered again", async () => {
      const entries = await opened.ledgers().payoutsOf("C-1");
      const payouts = payoutsOf(entries);
      expect(payouts).toHaveLength(1);
      const again = proposeRemedies({ ...caseFile, payouts: [...payouts] });
      const offered = "undecided" in again ? [] : again.choices.map(({ remedy }) => remedy as string);
      expect(offered).not.toContain(payouts[0]?.remedy);
    });

    it("pays a case once whose issue is told otherwise between two tries, at the same time or later", async () => {
      const { paid, actions } = bank();
      const issues = ["logistics_delay", "logistics_not_received", "logistics_damaged"] as const;
      const plans = issues.flatMap((issueType) => {
        const told = { ...caseFile, id: "C-2", claim: { issueType } };
        const offered = proposeRemedies(told);
        return "undecided" in offered || !offered.choices.some(({ remedy }) => remedy === "full_refund")
          ? []
          : [planPayout(told, offered, { remedy: "full_refund", additions: false, approvedBy: "the team lead" })];
      });
      expect(new Set(plans.map(({ key }) => key)).size).toBeGreaterThan(1);
      const pay = (plan: PayoutPlan) => executePayout(plan, { ledger: opened.ledgers(), actions });
      const outcomes = await Promise.all([...plans, ...plans].map(pay));
      const [first, ...others] = outcomes.filter((outcome) => outcome.status === "paid" && !outcome.already);
      expect([first?.status, others]).toEqual(["paid", []]);
      for (const plan of plans) {
        const outcome = await pay(plan);
        if (outcome.status === "taken") expect(outcome.entries.map((entry) => entry.plan.caseId)).toEqual(["C-2"]);
        else expect(outcome).toMatchObject({ status: "paid", already: true });
      }
      expect(paid).toEqual(["full_refund"]);
      // On purpose once more, but there is nothing left to refund.
      const [plan] = plans;
      if (plan !== undefined) expect(await pay({ ...plan, key: "K-more", sequence: 1 })).toMatchObject({ status: "taken" });
    });

    it("takes a payout up again wherever its process ended, and pays each step once", async () => {
      let deaths = 0;
      for (let call = 1; ; call += 1) {
        const { paid, actions } = bank();
        const sequence = 100 + call;
        const another = { ...caseFile, id: `C-${sequence}` };
        const plan = planPayout(another, proposeRemedies(another), { remedy: "full_refund", approvedBy: "the team lead" });
        const at = { now: Date.UTC(2026, 2, 3, 15) };
        const find = async ({ id }: { id: string }) =>
          paid.includes(id) ? ({ status: "done" } as const) : ({ status: "absent" } as const);
        const asked = Object.fromEntries(Object.entries(actions).map(([kind, action]) => [kind, { ...action, find }]));
        const options = { actions: asked, clock: () => at.now, leaseSeconds: 60 };
        const first = await executePayout(plan, { ...options, ledger: endsAfter(opened.ledgers(), call) }).catch(() => undefined);
        if (first !== undefined) break;
        deaths += 1;
        at.now += 60_000;
        expect(await executePayout(plan, { ...options, ledger: opened.ledgers() })).toMatchObject({ status: "paid" });
        expect(paid).toEqual(["full_refund", "nextPurchaseDiscountPercent"]);
      }
      expect(deaths).toBeGreaterThan(5);
    });

    it("takes a payout back once, however many ask", async () => {
      const { paid, actions } = bank();
      const [entry] = await opened.ledgers().payoutsOf("C-1");
      const undo = () => undoPayout(entry?.plan.key ?? "", { ledger: opened.ledgers(), actions, because: "the wrong case" });
      const outcomes = await Promise.all(Array.from({ length: 8 }, undo));
      expect(outcomes.filter((outcome) => outcome.status === "undone" && !outcome.already)).toHaveLength(1);
      expect(await undo()).toMatchObject({ status: "undone", already: true });
      expect(paid).toEqual(["undo", "undo"]);
    });
  });

it("a desk keeps its cases in the store", async () => {
  const { tickets } = createMemoryStore();
  const desk = createDesk({ adapters: { store: tickets } });
  const decided = await desk.process({ id: "M-1", at: "2026-03-03T15:00:00Z", channel: "email", from: {}, text: "Where is my parcel?" });
  expect(await tickets.load(decided.id ?? "")).toEqual(JSON.parse(JSON.stringify(decided)));
});
