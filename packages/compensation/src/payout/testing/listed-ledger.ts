import type { LeaseOutcome, LeaseRequest, PayoutEntry, PayoutLease, PayoutLedger, PayoutStatus } from "@amends/core/contracts";

interface Row {
  entry: PayoutEntry;
  lease: PayoutLease | null;
  fence: number;
}

/** A ledger in a list, with everything that was called. */
export function listedLedger(): PayoutLedger & { readonly rows: readonly Row[] } {
  const rows: Row[] = [];
  const rowOf = (key: string) => rows.find(({ entry }) => entry.plan.key === key);
  const take = (
    row: Row,
    { worker, now, until }: LeaseRequest,
    open: readonly PayoutStatus[],
    change: Partial<PayoutEntry>,
  ): LeaseOutcome => {
    if (!open.includes(row.entry.status)) return { state: "settled", entry: row.entry };
    if (row.lease !== null && row.lease.until > now) return { state: "held", by: row.lease, entry: row.entry };
    Object.assign(row, { lease: { worker, until }, fence: row.fence + 1, entry: { ...row.entry, ...change } });
    return { state: "yours", fence: row.fence, entry: row.entry };
  };
  const holding = (key: string, fence: number) =>
    rows.find((row) => row.entry.plan.key === key && row.fence === fence && row.lease !== null);
  return {
    specVersion: "1",
    name: "listed",
    rows,
    begin: async (plan, lease) => {
      const found = rowOf(plan.key);
      if (found !== undefined) return take(found, lease, ["open"], {});
      const other = rows.find(
        ({ entry }) => entry.status !== "undone" && entry.plan.offer === plan.offer && entry.plan.sequence === plan.sequence,
      );
      if (other !== undefined) return { state: "taken", entry: other.entry, entries: [other.entry] };
      const entry: PayoutEntry = { plan, status: "open", beganAt: lease.now, changedAt: lease.now, undoBecause: null, records: [] };
      const row: Row = { entry, lease: null, fence: 0 };
      rows.push(row);
      return take(row, lease, ["open"], {});
    },
    record: async (key, { fence, record, until }) => {
      const row = holding(key, fence);
      const open = record.direction === "undo" ? ["undoing"] : record.status === "started" ? ["open"] : ["open", "undoing"];
      if (row === undefined || row.lease === null || !open.includes(row.entry.status)) return false;
      row.entry = { ...row.entry, records: [...row.entry.records, record] };
      row.lease = { ...row.lease, until: until ?? row.lease.until };
      return true;
    },
    complete: async (key, { fence, status, at }) => {
      const row = holding(key, fence);
      if (row?.entry.status !== (status === "complete" ? "open" : "undoing")) return false;
      Object.assign(row, { entry: { ...row.entry, status, changedAt: at }, lease: null });
      return true;
    },
    undo: async (key, { because, ...lease }) => {
      const row = rowOf(key);
      if (row === undefined) return { state: "absent" };
      const change = row.entry.status === "undoing" ? {} : ({ status: "undoing", changedAt: lease.now, undoBecause: because } as const);
      return take(row, lease, ["open", "complete", "undoing"], change);
    },
    release: async (key, { fence }) => {
      const row = holding(key, fence);
      if (row !== undefined) row.lease = null;
      return row !== undefined;
    },
    read: async (key) => rowOf(key)?.entry,
    payoutsOf: async (caseId) => rows.map(({ entry }) => entry).filter(({ plan }) => plan.caseId === caseId),
  };
}
