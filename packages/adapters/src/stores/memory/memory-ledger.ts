import type { LeaseOutcome, LeaseRequest, PayoutEntry, PayoutLease, PayoutLedger, PayoutStatus } from "@amends/core/contracts";
import { argumentChecks } from "../check-arguments.js";
import { payoutsInTheWay } from "../payouts-in-the-way.js";
import { statusesFor } from "../statuses-for.js";

interface Row {
  readonly entry: PayoutEntry;
  readonly lease: PayoutLease | null;
  readonly fence: number;
}

const checks = argumentChecks("memory");

/** A ledger in memory. Each operation runs to its end without giving way, which is what makes it atomic. */
export function memoryLedger(): PayoutLedger {
  const rows = new Map<string, Row>();

  const take = (
    row: Row,
    { worker, now, until }: LeaseRequest,
    change: Partial<PayoutEntry>,
    open: readonly PayoutStatus[],
  ): LeaseOutcome => {
    const { entry, lease } = row;
    if (!open.includes(entry.status)) return { state: "settled", entry: structuredClone(entry) };
    if (lease !== null && lease.until > now) return { state: "held", by: { ...lease }, entry: structuredClone(entry) };
    const fence = row.fence + 1;
    const taken = { ...entry, ...change };
    rows.set(entry.plan.key, { entry: taken, lease: { worker, until }, fence });
    return { state: "yours", fence, entry: structuredClone(taken) };
  };

  /** The row while it is held with this fence. */
  const holding = (key: string, fence: number): Row | undefined => {
    const row = rows.get(key);
    return row !== undefined && row.lease !== null && row.fence === fence ? row : undefined;
  };

  return {
    specVersion: "1",
    name: "memory",
    begin: async (plan, lease) => {
      checks.plan(plan);
      checks.lease(lease);
      const row = rows.get(plan.key);
      if (row !== undefined) return take(row, lease, {}, ["open"]);
      const begun = [...rows.values()].map(({ entry }) => entry);
      const entries = structuredClone(payoutsInTheWay(plan, begun));
      const [first] = entries;
      if (first !== undefined) return { state: "taken", entry: first, entries };
      const copy = checks.json("plan", plan);
      const entry: PayoutEntry = { plan: copy, status: "open", beganAt: lease.now, changedAt: lease.now, undoBecause: null, records: [] };
      return take({ entry, lease: null, fence: 0 }, lease, {}, ["open"]);
    },
    record: async (key, { fence, record, until }) => {
      if (until !== undefined) checks.instant("until", until);
      const copy = checks.json("record", record);
      const row = holding(key, fence);
      if (row === undefined || row.lease === null || !statusesFor(record).includes(row.entry.status)) return false;
      const lease = { worker: row.lease.worker, until: until ?? row.lease.until };
      rows.set(key, { ...row, entry: { ...row.entry, records: [...row.entry.records, copy] }, lease });
      return true;
    },
    complete: async (key, { fence, status, at }) => {
      checks.instant("at", at);
      const row = holding(key, fence);
      if (row?.entry.status !== (status === "complete" ? "open" : "undoing")) return false;
      rows.set(key, { ...row, entry: { ...row.entry, status, changedAt: at }, lease: null });
      return true;
    },
    undo: async (key, { because, ...lease }) => {
      checks.text("because", because);
      checks.lease(lease);
      const row = rows.get(key);
      if (row === undefined) return { state: "absent" };
      const begins = row.entry.status !== "undoing";
      const change = begins ? ({ status: "undoing", changedAt: lease.now, undoBecause: because } as const) : {};
      return take(row, lease, change, ["open", "complete", "undoing"]);
    },
    release: async (key, { fence }) => {
      const row = holding(key, fence);
      if (row === undefined) return false;
      rows.set(key, { ...row, lease: null });
      return true;
    },
    read: async (key) => {
      const row = rows.get(key);
      return row === undefined ? undefined : structuredClone(row.entry);
    },
    payoutsOf: async (caseId) =>
      [...rows.values()].filter(({ entry }) => entry.plan.caseId === caseId).map(({ entry }) => structuredClone(entry)),
  };
}
