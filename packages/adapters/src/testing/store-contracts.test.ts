import type { CaseQueue, ClaimOutcome, LeaseOutcome, PayoutEntry, PayoutLedger, PayoutPlan, TicketStore } from "@amends/core/contracts";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../stores/memory/memory-store.js";
import type { ContractCase } from "./contract-case.js";
import { ledgerContract } from "./ledger-contract.js";
import { storeContract } from "./store-contract.js";

async function failing(cases: readonly ContractCase[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { id, run } of cases) await run().catch(() => failed.push(id));
  return failed;
}

/** A sound store passes every case, and each case has a twin for which it alone fails. */
function holds(name: string, sound: readonly ContractCase[], twins: Readonly<Record<string, () => readonly ContractCase[]>>): void {
  describe(`the contract of ${name}`, () => {
    it("passes for a sound store, which it closes", async () => {
      expect(await failing(sound)).toEqual([]);
    });
    it("has a broken twin for each case", () => {
      expect(Object.keys(twins).toSorted()).toEqual(sound.map(({ id }) => id).toSorted());
    });
    for (const [id, twin] of Object.entries(twins)) {
      it(`fails for the twin that breaks ${id}, in that case alone`, async () => {
        expect(await failing(twin())).toEqual([id]);
      });
    }
  });
}

const tick = () => Promise.resolve();

// Cases and who works on them

const store = (
  flaw: (sound: { tickets: TicketStore; queue: CaseQueue }) => { tickets?: Partial<TicketStore>; queue?: Partial<CaseQueue> },
) =>
  storeContract({
    claimers: 5,
    create: () => {
      const { tickets, queue } = createMemoryStore();
      const broken = flaw({ tickets, queue });
      return { tickets: { ...tickets, ...broken.tickets }, queue: { ...queue, ...broken.queue } };
    },
  });
const withFence = (outcome: ClaimOutcome): ClaimOutcome =>
  outcome.claimed ? { ...outcome, claim: { ...outcome.claim, fence: 1 } } : outcome;
const day = 86_400_000;

holds(
  "stores",
  store(() => ({})),
  {
    "store/identity": () => store(() => ({ tickets: { name: "My Store" } })),
    "tickets/kept": () => {
      const saved = new Set<string>();
      return store(({ tickets }) => ({
        tickets: {
          save: async (each) => {
            if (!saved.has(String(each.id))) await tickets.save(each);
            saved.add(String(each.id));
          },
        },
      }));
    },
    "tickets/owner": () =>
      store(({ tickets, queue }) => ({
        tickets: {
          claim: async (id, agent) => {
            const held = await queue.holder(id, { now: 0 });
            await tick();
            await tickets.claim(id, agent);
            return held === undefined;
          },
        },
      })),
    "queue/one-of-many": () =>
      store(({ queue }) => ({
        queue: {
          claim: async (caseId, agent, options) => {
            const heldBy = await queue.holder(caseId, options);
            if (heldBy !== undefined && heldBy.agent !== agent) return { claimed: false, heldBy };
            await tick();
            const outcome = await queue.claim(caseId, agent, options);
            if (outcome.claimed) return outcome;
            await queue.release(caseId, outcome.heldBy.agent);
            return queue.claim(caseId, agent, options);
          },
        },
      })),
    "queue/release": () =>
      store(({ queue }) => ({
        queue: {
          release: async (caseId) => {
            const held = await queue.holder(caseId, { now: Date.UTC(2026, 2, 3, 15) });
            return held !== undefined && queue.release(caseId, held.agent);
          },
        },
      })),
    "queue/expiry": () =>
      store(({ queue }) => ({
        queue: {
          claim: async (caseId, agent, { until, ...options }) => {
            if (until !== undefined && until <= options.now) return queue.claim(caseId, agent, { ...options, until });
            const outcome = await queue.claim(caseId, agent, { ...options, ...(until === undefined ? {} : { until: until + 1 }) });
            return outcome.claimed ? { ...outcome, claim: { ...outcome.claim, until: until ?? null } } : outcome;
          },
        },
      })),
    "queue/no-end": () =>
      store(({ queue }) => ({
        queue: { claim: (caseId, agent, options) => queue.claim(caseId, agent, { until: options.now + day, ...options }) },
      })),
    "queue/renew": () =>
      store(({ queue }) => ({
        queue: {
          claim: async (caseId, agent, options) => {
            if ((await queue.holder(caseId, options).catch(() => undefined))?.agent === agent) await queue.release(caseId, agent);
            return queue.claim(caseId, agent, options);
          },
        },
      })),
    "queue/fence": () => store(({ queue }) => ({ queue: { claim: async (...given) => withFence(await queue.claim(...given)) } })),
    "queue/held-by": () => store(({ queue }) => ({ queue: { heldBy: async (...given) => (await queue.heldBy(...given)).toReversed() } })),
    "queue/duplicate-work": () =>
      store(({ queue }) => ({
        queue: {
          claim: async (...given) => {
            const outcome = await queue.claim(...given);
            return outcome.claimed ? { ...outcome, others: [] } : outcome;
          },
        },
      })),
    "queue/messages": () =>
      store(({ queue }) => ({
        queue: {
          bindMessage: async (messageId, caseId) => {
            await queue.bindMessage(messageId, caseId);
            return { caseId, first: true };
          },
        },
      })),
    "queue/odd-arguments": () =>
      store(({ queue }) => ({ queue: { claim: (caseId, agent, options) => queue.claim(caseId || "?", agent, options) } })),
  },
);

it("closes the store whatever came of a case", async () => {
  let closed = 0;
  const cases = storeContract({
    create: () => ({ ...createMemoryStore(), close: async () => void (closed += 1) }),
  });
  await failing(cases);
  expect(closed).toBe(cases.length);
});

// Payouts

const ledger = (flaw: (sound: PayoutLedger) => Partial<PayoutLedger>) =>
  ledgerContract({
    workers: 5,
    create: () => {
      const { ledger: sound } = createMemoryStore();
      return { ledger: { ...sound, ...flaw(sound) } };
    },
  });
type Begun = Awaited<ReturnType<PayoutLedger["begin"]>>;
const begin =
  (change: (begun: Begun, plan: PayoutPlan, lease: { now: number; worker: string }) => Begun) =>
  (sound: PayoutLedger): Partial<PayoutLedger> => ({
    begin: async (plan, lease) => change(await sound.begin(plan, lease), plan, lease),
  });
const yoursAnyway = (entry: PayoutEntry): LeaseOutcome => ({ state: "yours", fence: 9, entry });

holds(
  "ledgers",
  ledger(() => ({})),
  {
    "ledger/identity": () => ledger(() => ({ name: "" })),
    "ledger/begin": () =>
      ledger(
        begin((begun) => (begun.state === "yours" ? { ...begun, entry: { ...begun.entry, beganAt: begun.entry.beganAt + 1 } } : begun)),
      ),
    "ledger/one-of-many": () =>
      ledger(
        begin((begun, { key }, { now, worker }) =>
          begun.state === "held" && key === "K-1" && begun.entry.beganAt === now && begun.by.worker !== worker
            ? yoursAnyway(begun.entry)
            : begun,
        ),
      ),
    "ledger/same-name": () =>
      ledger(
        begin((begun, _plan, { worker }) => (begun.state === "held" && begun.by.worker === worker ? yoursAnyway(begun.entry) : begun)),
      ),
    "ledger/resume": () =>
      ledger(
        begin((begun, _plan, { now }) =>
          begun.state === "yours" && now > begun.entry.beganAt ? { ...begun, entry: { ...begun.entry, records: [] } } : begun,
        ),
      ),
    "ledger/release": () => ledger((sound) => ({ release: async (...given) => (await sound.release(...given)) || true })),
    "ledger/first-plan": () =>
      ledger(
        begin((begun, plan) => (begun.state === "yours" ? { ...begun, entry: { ...begun.entry, plan: structuredClone(plan) } } : begun)),
      ),
    "ledger/record": () => ledger((sound) => ({ record: (key, { fence, record }) => sound.record(key, { fence, record }) })),
    "ledger/late-worker": () =>
      ledger((sound) => ({
        record: async (key, line) => (await sound.record(key, line)) || (await sound.read(key))?.status === "open",
      })),
    "ledger/complete": () =>
      ledger((sound) => ({
        complete: async (key, end) =>
          (await sound.complete(key, end)) || (end.status === "undone" && (await sound.read(key))?.status === "open"),
      })),
    "ledger/one-of-an-offer": () =>
      ledger(
        begin((begun, { offer }) =>
          begun.state === "taken" && begun.entry.status === "open" && begun.entry.plan.offer === offer ? yoursAnyway(begun.entry) : begun,
        ),
      ),
    "ledger/one-of-a-case": () =>
      ledger(
        begin((begun, { offer, sequence }) =>
          begun.state === "taken" && begun.entry.plan.offer !== offer && begun.entry.plan.sequence === sequence
            ? yoursAnyway(begun.entry)
            : begun,
        ),
      ),
    "ledger/money-and-goods": () =>
      ledger((sound) => ({
        begin: (plan, lease) => sound.begin(plan.sendsGoods === true ? { ...plan, sendsGoods: false } : plan, lease),
      })),
    "ledger/refundable": () => ledger((sound) => ({ begin: (plan, lease) => sound.begin({ ...plan, refundable: null }, lease) })),
    "ledger/undo": () =>
      ledger(
        begin((begun) =>
          begun.state === "settled" && begun.entry.status === "undoing"
            ? { state: "held", by: { worker: "w", until: 1 }, entry: begun.entry }
            : begun,
        ),
      ),
    "ledger/undo-held": () =>
      ledger((sound) => ({
        undo: async (key, lease) => {
          const outcome = await sound.undo(key, lease);
          return outcome.state === "held" && outcome.entry.status === "open" ? yoursAnyway(outcome.entry) : outcome;
        },
      })),
    "ledger/after-undo": () =>
      ledger(begin((begun) => (begun.state === "taken" && begun.entry.status === "partly_undone" ? yoursAnyway(begun.entry) : begun))),
    "ledger/of-a-case": () => ledger((sound) => ({ payoutsOf: async (caseId) => (await sound.payoutsOf(caseId)).toReversed() })),
    "ledger/copy": () => {
      const plans = new Map<string, PayoutPlan>();
      return ledger((sound) => ({
        begin: (plan, lease) => {
          plans.set(plan.key, plans.get(plan.key) ?? plan);
          return sound.begin(plan, lease);
        },
        read: async (key) => {
          const entry = await sound.read(key);
          return entry === undefined ? undefined : { ...entry, plan: plans.get(key) ?? entry.plan };
        },
      }));
    },
    "ledger/odd-arguments": () =>
      ledger((sound) => ({ begin: (plan, lease) => sound.begin(plan, { ...lease, worker: lease.worker || "?" }) })),
  },
);
