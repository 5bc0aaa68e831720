import type { LeaseRequest, PayoutEntry, PayoutLedger, PayoutPlan, StepRecord } from "@amends/core/contracts";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { demandRefused } from "./demand-refused.js";
import { storePromise } from "./store-promise.js";

/** An empty ledger. */
export interface LedgerBench {
  readonly ledger: PayoutLedger;
  readonly close?: () => Promise<void>;
}

/** What the contract of ledgers needs of an adapter. */
export interface LedgerContractOptions {
  readonly create: () => Promise<LedgerBench> | LedgerBench;
  /** How many begin at once. Default: 20. */
  readonly workers?: number;
}

const start = Date.UTC(2026, 2, 3, 15);
const later = start + 60_000;

const planOf = (change: Partial<PayoutPlan> = {}): PayoutPlan => ({
  key: "K-1",
  offer: "F-1",
  sequence: 0,
  caseId: "C-1",
  orderId: "O-1",
  remedy: "partial_refund",
  amount: { amount: "10.00", currency: "USD" },
  refundable: null,
  why: { because: "it came late", rules: ["offers/late"], policies: [{ policy: "offers", version: "1.0.0" }], approval: null },
  steps: [
    { id: "1", kind: "partial_refund", says: "10.00 USD back", amount: { amount: "10.00", currency: "USD" }, data: { note: "✈ \0" } },
  ],
  ...change,
});
const leaseOf = (worker = "w", now = start, until = later): LeaseRequest => ({ worker, now, until });
const recordOf = (change: Partial<StepRecord> = {}): StepRecord => ({
  step: "1",
  direction: "do",
  status: "started",
  attempt: 1,
  at: start,
  worker: "w",
  because: "asked",
  ...change,
});
const listOf = (holder: unknown) => (holder as { readonly list: number[] }).list;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Outcome = Awaited<ReturnType<PayoutLedger["begin"] | PayoutLedger["undo"]>>;

function yours(outcome: Outcome): { readonly fence: number; readonly entry: PayoutEntry } {
  return outcome.state === "yours" ? outcome : fail(`expected to get it, got "${outcome.state}"`);
}

function is(outcome: Outcome, state: Outcome["state"], when: string): void {
  demand(outcome.state === state, `${when}: expected "${state}", got "${outcome.state}"`);
}

/**
 * What every ledger of payouts promises: one works on a payout at a time, what was recorded stays, and the same is never paid twice.
 * Each case gets an empty ledger of its own.
 *
 * @example
 * import { createMemoryStore } from "@amends/adapters/stores/memory";
 * import { ledgerContract } from "@amends/adapters/testing";
 * const cases = ledgerContract({ create: createMemoryStore });
 * cases.at(2)?.id; // => "ledger/one-of-many"
 * await cases.at(2)?.run(); // => undefined
 */
export function ledgerContract({ create, workers = 20 }: LedgerContractOptions): readonly ContractCase[] {
  const promise = storePromise(create);
  const many = <Value>(make: (index: number) => Promise<Value>) => Promise.all(Array.from({ length: workers }, (_, index) => make(index)));

  return [
    promise("ledger/identity", "the ledger names itself and its contract's version", async ({ ledger: { specVersion, name } }) => {
      demand(specVersion === "1", `expected specVersion "1", got "${specVersion}"`);
      demand(/^[a-z0-9][a-z0-9_-]*$/.test(name), `"${name}" is no name of lower-case words`);
    }),
    promise("ledger/begin", "a payout that nobody began is opened with its plan, and can be read", async ({ ledger }) => {
      const { entry } = yours(await ledger.begin(planOf(), leaseOf()));
      demand(same(entry.plan, planOf()), "the plan is not what was handed in");
      demand(entry.status === "open" && entry.beganAt === start && entry.records.length === 0, "it is not open and empty");
      demand(same(await ledger.read("K-1"), entry), "it reads otherwise");
      demand((await ledger.read("K-2")) === undefined, "there is a payout that nobody began");
    }),
    promise("ledger/one-of-many", "of many who begin the same payout at once one gets it", async ({ ledger }) => {
      const begun = await many((index) => ledger.begin(planOf(), leaseOf(`w-${index}`)));
      const got = begun.filter(({ state }) => state === "yours").length;
      demand(got === 1, `${got} got it`);
      demand(begun.filter(({ state }) => state === "held").length === workers - 1, "the others were not told that it is held");
      demand(
        new Set(begun.map((each) => (each.state === "held" ? each.by.worker : "")).filter(Boolean)).size === 1,
        "they heard of several",
      );
    }),
    promise("ledger/same-name", "two under the same name are two", async ({ ledger }) => {
      await ledger.begin(planOf(), leaseOf("w"));
      is(await ledger.begin(planOf(), leaseOf("w")), "held", "the same name");
    }),
    promise("ledger/resume", "a payout whose worker is gone passes on when the lease ends, with its records", async ({ ledger }) => {
      const first = yours(await ledger.begin(planOf(), leaseOf("gone")));
      await ledger.record("K-1", { fence: first.fence, record: recordOf() });
      is(await ledger.begin(planOf(), leaseOf("next", later - 1, later + 1)), "held", "before its end");
      const taken = await many((index) => ledger.begin(planOf(), leaseOf(`next-${index}`, later, later + 1)));
      const [next, ...others] = taken.filter(({ state }) => state === "yours");
      demand(next !== undefined && others.length === 0, `${taken.filter(({ state }) => state === "yours").length} took it up`);
      const { fence, entry } = yours(next);
      demand(fence > first.fence, "the fence did not grow");
      demand(same(entry.records, [recordOf()]), "the records are not what was recorded");
    }),
    promise("ledger/release", "who lets go before the end lets others in at once", async ({ ledger }) => {
      const { fence } = yours(await ledger.begin(planOf(), leaseOf()));
      demand(!(await ledger.release("K-1", { fence: fence + 1 })), "somebody else let go of it");
      demand(await ledger.release("K-1", { fence }), "it was not let go of");
      demand(!(await ledger.release("K-1", { fence })), "it was let go of twice");
      yours(await ledger.begin(planOf(), leaseOf("next")));
    }),
    promise("ledger/first-plan", "the plan it was opened with stands", async ({ ledger }) => {
      const { fence } = yours(await ledger.begin(planOf(), leaseOf()));
      await ledger.release("K-1", { fence });
      const { entry } = yours(await ledger.begin(planOf({ amount: { amount: "99.00", currency: "USD" } }), leaseOf()));
      demand(entry.plan.amount?.amount === "10.00", "a later plan took its place");
    }),
    promise("ledger/record", "what is recorded stays, in order, and moves the lease where it says so", async ({ ledger }) => {
      const { fence } = yours(await ledger.begin(planOf(), leaseOf()));
      const lines = [
        recordOf(),
        recordOf({ status: "unknown", because: "no answer" }),
        recordOf({ status: "done", result: { id: "R-1", n: [1] } }),
      ];
      for (const record of lines) demand(await ledger.record("K-1", { fence, record, until: later + 5 }), "a record was refused");
      demand(same((await ledger.read("K-1"))?.records, lines), "the records are not what was recorded");
      is(await ledger.begin(planOf(), leaseOf("next", later + 4, later + 9)), "held", "before the moved end");
    }),
    promise("ledger/late-worker", "who lost a payout changes nothing any more", async ({ ledger }) => {
      const { fence } = yours(await ledger.begin(planOf(), leaseOf("late")));
      yours(await ledger.begin(planOf(), leaseOf("next", later, later + 60_000)));
      demand(!(await ledger.record("K-1", { fence, record: recordOf() })), "the record of one who lost it was taken");
      demand(!(await ledger.complete("K-1", { fence, status: "complete", at: later })), "one who lost it completed it");
      const entry = await ledger.read("K-1");
      demand(entry?.status === "open" && entry.records.length === 0, "something changed");
    }),
    promise("ledger/complete", "what is complete is never begun or added to again", async ({ ledger }) => {
      const { fence } = yours(await ledger.begin(planOf(), leaseOf()));
      demand(!(await ledger.complete("K-1", { fence, status: "undone", at: start })), "what nobody takes back was undone");
      demand(await ledger.complete("K-1", { fence, status: "complete", at: start + 1 }), "it was not completed");
      demand(!(await ledger.record("K-1", { fence, record: recordOf() })), "something was recorded afterwards");
      demand(!(await ledger.complete("K-1", { fence, status: "complete", at: start + 2 })), "it was completed twice");
      is(await ledger.begin(planOf(), leaseOf("next", later + 1, later + 2)), "settled", "long afterwards");
      const entry = await ledger.read("K-1");
      demand(entry?.status === "complete" && entry.changedAt === start + 1, "it is not complete as of then");
    }),
    promise("ledger/one-of-an-offer", "of an offer's remedies one is paid for each sequence", async ({ ledger }) => {
      const begun = await many((index) => ledger.begin(planOf({ key: `K-${index}`, remedy: `remedy-${index}` }), leaseOf()));
      const got = begun.flatMap((each) => (each.state === "yours" ? [each.entry.plan.key] : []));
      demand(got.length === 1, `${got.length} remedies of one offer were begun`);
      const told = begun.flatMap((each) => (each.state === "taken" ? [each.entry.plan.key] : []));
      demand(told.length === workers - 1 && told.every((key) => key === got[0]), "the others were not told which one");
      yours(await ledger.begin(planOf({ key: "K-next", sequence: 1 }), leaseOf()));
      yours(await ledger.begin(planOf({ key: "K-other", offer: "F-2", caseId: "C-2", orderId: "O-2" }), leaseOf()));
    }),
    promise("ledger/one-of-a-case", "a case told otherwise in between is not paid twice", async ({ ledger }) => {
      const told = (index: number, change: Partial<PayoutPlan> = {}) => planOf({ key: `K-${index}`, offer: `F-${index}`, ...change });
      const begun = await many((index) =>
        ledger.begin(told(index, { remedy: index % 2 === 0 ? "full_refund" : "partial_refund" }), leaseOf()),
      );
      const got = begun.flatMap((each) => (each.state === "yours" ? [each.entry.plan.key] : []));
      demand(got.length === 1, `${got.length} payouts of one case were begun`);
      const named = begun.flatMap((each) => (each.state === "taken" ? [each.entry, ...each.entries] : []));
      demand(named.length === 2 * (workers - 1) && named.every(({ plan }) => plan.key === got[0]), "the others were not told which one");
      yours(await ledger.begin(told(-1, { remedy: "coupon", amount: null }), leaseOf()));
      is(await ledger.begin(told(-2, { remedy: "coupon", amount: null }), leaseOf()), "taken", "the same remedy without money");
      is(await ledger.begin(told(-3, { orderId: null }), leaseOf()), "taken", "while its order isn't known");
      is(await ledger.begin(told(-4, { caseId: null }), leaseOf()), "taken", "while its case isn't known");
      yours(await ledger.begin(told(-5, { caseId: "C-2", orderId: "O-2" }), leaseOf()));
      const undone = yours(await ledger.undo(got[0] ?? "", { ...leaseOf("w", later, later + 1), because: "mistake" }));
      await ledger.complete(got[0] ?? "", { fence: undone.fence, status: "undone", at: later });
      yours(await ledger.begin(told(-6), leaseOf("w", later, later + 1)));
    }),
    promise("ledger/money-and-goods", "money and goods for one case don't go out without knowing of each other", async ({ ledger }) => {
      const goods = { remedy: "reship", amount: null, sendsGoods: true } as const;
      const told = (sequence: number, change: Partial<PayoutPlan> = {}) =>
        planOf({ key: `K-${sequence}`, offer: `F-${sequence}`, sequence, ...change });
      const begun = await Promise.all([ledger.begin(told(0), leaseOf()), ledger.begin(told(1, goods), leaseOf())]);
      const got = begun.flatMap((each) => (each.state === "yours" ? [each.entry.plan] : []));
      const named = begun.flatMap((each) => (each.state === "taken" ? each.entries : []));
      demand(got.length === 1, `${got.length} of money and goods were begun`);
      demand(named.length === 1 && named[0]?.plan.key === got[0]?.key, "it was not told which one went before");
      const other = got[0]?.sendsGoods === true ? {} : goods;
      yours(await ledger.begin(told(2, { ...other, knownPayouts: got.map(({ key }) => key) }), leaseOf()));
      const elsewhere = { caseId: "C-2", orderId: "O-2" };
      yours(await ledger.begin(told(3, { ...goods, ...elsewhere }), leaseOf()));
      is(await ledger.begin(told(4, { ...goods, ...elsewhere, remedy: "own" }), leaseOf()), "taken", "goods beside goods");
      yours(await ledger.begin(told(5, { ...elsewhere, remedy: "coupon", amount: null }), leaseOf()));
    }),
    promise("ledger/refundable", "no more than is refundable goes out on a case and its order", async ({ ledger }) => {
      const usd = (amount: string) => ({ amount, currency: "USD" });
      const repeated = (sequence: number, change: Partial<PayoutPlan> = {}) =>
        planOf({ key: `K-${sequence}`, offer: `F-${sequence}`, sequence, refundable: usd("25.00"), ...change });
      const begun = await many((sequence) => ledger.begin(repeated(sequence), leaseOf()));
      const got = begun.flatMap((each) => (each.state === "yours" ? [each.entry.plan.key] : []));
      demand(got.length === Math.min(2, workers), `${got.length} times 10.00 of 25.00 went out`);
      const over = await ledger.begin(repeated(workers, { amount: usd("5.01") }), leaseOf());
      is(over, "taken", "5.01 more");
      const keys = over.state === "taken" ? over.entries.map(({ plan }) => plan.key) : [];
      demand(same(keys.toSorted(), got.toSorted()), "it was not told which payouts took it");
      yours(await ledger.begin(repeated(workers, { amount: usd("5.00") }), leaseOf()));
      const known = { refundable: usd("1.00"), amount: usd("1.00"), knownPayouts: [...got, `K-${workers}`] };
      yours(await ledger.begin(repeated(workers + 1, known), leaseOf()));
      yours(await ledger.begin(repeated(workers + 2, { amount: { amount: "9.00", currency: "EUR" } }), leaseOf()));
      const first = yours(await ledger.undo(got[0] ?? "", { ...leaseOf("w", later, later + 1), because: "mistake" }));
      is(await ledger.begin(repeated(workers + 3), leaseOf()), "taken", "while one is taken back");
      await ledger.complete(got[0] ?? "", { fence: first.fence, status: "undone", at: later });
      yours(await ledger.begin(repeated(workers + 3, { amount: usd("9.00") }), leaseOf()));
    }),
    promise("ledger/undo", "a payout is taken back once, with its reason, and never paid again", async ({ ledger }) => {
      const first = yours(await ledger.begin(planOf(), leaseOf()));
      await ledger.complete("K-1", { fence: first.fence, status: "complete", at: start });
      const undone = await many((index) => ledger.undo("K-1", { ...leaseOf(`w-${index}`), because: `reason ${index}` }));
      const [mine, ...others] = undone.filter(({ state }) => state === "yours");
      demand(mine !== undefined && others.length === 0, `${others.length + 1} took it back`);
      const { fence, entry } = yours(mine);
      demand(entry.status === "undoing" && /^reason \d+$/.test(entry.undoBecause ?? ""), "it isn't being undone for a reason");
      demand(!(await ledger.record("K-1", { fence, record: recordOf() })), "it was paid any further");
      demand(await ledger.record("K-1", { fence, record: recordOf({ status: "done" }) }), "what became of a step was not recorded");
      demand(
        await ledger.record("K-1", { fence, record: recordOf({ direction: "undo", status: "done" }) }),
        "taking back was not recorded",
      );
      is(await ledger.begin(planOf(), leaseOf("next")), "settled", "while it is taken back");
      demand(!(await ledger.complete("K-1", { fence, status: "complete", at: start })), "it became complete");
      demand(await ledger.complete("K-1", { fence, status: "undone", at: start }), "it was not undone");
      is(await ledger.begin(planOf(), leaseOf("next")), "settled", "afterwards");
      is(await ledger.undo("K-1", { ...leaseOf(), because: "again" }), "settled", "once more");
      demand((await ledger.read("K-1"))?.undoBecause === entry.undoBecause, "the reason changed");
    }),
    promise("ledger/undo-held", "what is being paid is taken back only when its worker is done or gone", async ({ ledger }) => {
      const { fence } = yours(await ledger.begin(planOf(), leaseOf()));
      is(await ledger.undo("K-1", { ...leaseOf("other"), because: "mistake" }), "held", "while it is paid");
      demand(await ledger.record("K-1", { fence, record: recordOf() }), "its worker was stopped");
      const undone = yours(await ledger.undo("K-1", { ...leaseOf("other", later, later + 1), because: "mistake" }));
      demand(undone.entry.records.length === 1, "the records are not there");
      is(await ledger.undo("K-9", { ...leaseOf(), because: "mistake" }), "absent", "a payout that nobody began");
    }),
    promise(
      "ledger/after-undo",
      "what was undone lets another remedy of the offer in, what was partly undone doesn't",
      async ({ ledger }) => {
        for (const [sequence, status, state] of [
          [0, "undone", "yours"],
          [1, "partly_undone", "taken"],
        ] as const) {
          const plan = planOf({ key: `K-${sequence}`, sequence });
          await ledger.begin(plan, leaseOf());
          const { fence } = yours(await ledger.undo(plan.key, { ...leaseOf("w", later, later + 1), because: "mistake" }));
          is(await ledger.begin(planOf({ key: `L-${sequence}`, sequence }), leaseOf()), "taken", "while it is undone");
          await ledger.complete(plan.key, { fence, status, at: later });
          is(await ledger.begin(planOf({ key: `L-${sequence}`, sequence }), leaseOf()), state, `once it is ${status}`);
        }
      },
    ),
    promise("ledger/of-a-case", "the payouts of a case, oldest first, and no others", async ({ ledger }) => {
      await ledger.begin(planOf({ key: "K-2" }), leaseOf("w", start, later));
      await ledger.begin(planOf({ key: "K-1", sequence: 1 }), leaseOf("w", start + 1, later));
      await ledger.begin(planOf({ key: "K-3", offer: "F-2", caseId: "C-2" }), leaseOf());
      await ledger.begin(planOf({ key: "K-4", offer: "F-3", caseId: null, orderId: null }), leaseOf());
      const keys = (await ledger.payoutsOf("C-1")).map(({ plan }) => plan.key).join();
      demand(keys === "K-2,K-1", `expected K-2,K-1, got ${keys}`);
    }),
    promise("ledger/copy", "what is changed after handing it in or out changes nothing", async ({ ledger }) => {
      const plan = planOf({ steps: [{ ...(planOf().steps[0] ?? fail("no step")), data: { list: [1] } }] });
      const { fence, entry } = yours(await ledger.begin(plan, leaseOf()));
      listOf(plan.steps[0]?.data).push(2);
      listOf(entry.plan.steps[0]?.data).push(3);
      const record = recordOf({ result: { list: [1] } });
      await ledger.record("K-1", { fence, record });
      listOf(record.result).push(2);
      const kept = await ledger.read("K-1");
      demand(same([kept?.plan.steps[0]?.data, kept?.records[0]?.result], [{ list: [1] }, { list: [1] }]), "the change came through");
    }),
    promise("ledger/odd-arguments", "what names nothing or ends before it begins is refused", async ({ ledger }) => {
      const odd: readonly [string, () => Promise<unknown>][] = [
        ["an empty key", () => ledger.begin(planOf({ key: "" }), leaseOf())],
        ["an empty offer", () => ledger.begin(planOf({ offer: "" }), leaseOf())],
        ["an amount that is none", () => ledger.begin(planOf({ amount: { amount: "ten", currency: "USD" } }), leaseOf())],
        ["an amount below 0", () => ledger.begin(planOf({ amount: { amount: "-1.00", currency: "USD" } }), leaseOf())],
        ["goods neither sent nor not", () => ledger.begin(planOf({ sendsGoods: "no" as unknown as boolean }), leaseOf())],
        ["an empty worker", () => ledger.begin(planOf(), leaseOf(""))],
        ["a lease that ends as it begins", () => ledger.begin(planOf(), leaseOf("w", start, start))],
        ["a time that is no number", () => ledger.begin(planOf(), leaseOf("w", Number.NaN))],
        ["an undo without a reason", () => ledger.undo("K-1", { ...leaseOf(), because: "" })],
      ];
      for (const [what, act] of odd) await demandRefused(what, act);
      demand((await ledger.read("K-1")) === undefined, "something was begun");
    }),
  ];
}
