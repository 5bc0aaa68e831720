import type { LeaseOutcome, LeaseRequest, PayoutEntry, PayoutLedger, PayoutPlan, PayoutStatus, StepRecord } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { argumentChecks } from "../check-arguments.js";
import { statusesFor } from "../statuses-for.js";
import { adapter, type Run } from "./postgres-client.js";

const checks = argumentChecks(adapter);
const attempts = 5;

const readStatement = (where: string) => `select plan::text as plan, status, began_at::double precision as began_at,
    changed_at::double precision as changed_at, undo_because, worker, lease_until::double precision as lease_until,
    coalesce((select json_agg(record order by number) from amends_payout_records where key = payout.key), '[]')::text as records
  from amends_payouts as payout where ${where} order by number`;

const openStatement = `select amends_open_payout($1::text, $2::text, $3::integer, $4::text, $5::text, $6::text, $7::numeric, $8::text,
    $9::numeric, $10::text, $11::json, $12::json, $13::bigint, $14::text, $15::bigint) as in_the_way`;

const isFree = "(worker is null or lease_until <= $2::bigint)";
const resumeStatement = `update amends_payouts set worker = $3, lease_until = $4, fence = fence + 1
  where key = $1 and status = 'open' and ${isFree}
  returning fence::double precision as fence`;
const undoStatement = `update amends_payouts set worker = $3, lease_until = $4, fence = fence + 1, status = 'undoing',
    changed_at = case when status = 'undoing' then changed_at else $2::bigint end,
    undo_because = case when status = 'undoing' then undo_because else $5 end
  where key = $1 and status in ('open', 'complete', 'undoing') and ${isFree}
  returning fence::double precision as fence`;

/** Locks the payout while it adds the line, so a line is never added to a payout that has just passed to somebody else. */
const recordStatement = `with held as (
    update amends_payouts set lease_until = coalesce($4, lease_until)
    where key = $1 and fence = $2 and worker is not null and status = any(string_to_array($3::text, ','))
    returning key)
  insert into amends_payout_records (key, record) select key, $5::json from held returning number`;

interface Found {
  readonly entry: PayoutEntry;
  readonly worker: string | null;
  readonly leaseUntil: number;
}

function foundIn(row: Readonly<Record<string, unknown>>): Found {
  return {
    entry: {
      plan: JSON.parse(String(row["plan"])) as PayoutPlan,
      status: row["status"] as PayoutStatus,
      beganAt: Number(row["began_at"]),
      changedAt: Number(row["changed_at"]),
      undoBecause: row["undo_because"] as string | null,
      records: JSON.parse(String(row["records"])) as readonly StepRecord[],
    },
    worker: row["worker"] as string | null,
    leaseUntil: Number(row["lease_until"]),
  };
}

/** A ledger on the tables of payouts and their records. */
export function postgresLedger(run: Run): PayoutLedger {
  const readOne = async (where: string, params: readonly unknown[]): Promise<Found | undefined> => {
    const [row] = await run("read", readStatement(where), params);
    return row === undefined ? undefined : foundIn(row);
  };
  const readAll = async (keys: readonly string[]): Promise<readonly PayoutEntry[]> => {
    if (keys.length === 0) return [];
    const where = "key in (select json_array_elements_text($1::json))";
    return (await run("read", readStatement(where), [JSON.stringify(keys)])).map((row) => foundIn(row).entry);
  };
  const byKey = (key: string) => readOne("key = $1", [key]);

  /** Read by a statement of its own: the one that takes the lease doesn't see what was recorded while it waited for the row. */
  const yours = async (key: string, fence: number): Promise<LeaseOutcome> => {
    const found = await byKey(key);
    if (found === undefined) throw changedTooOften();
    return { state: "yours", fence, entry: found.entry };
  };

  /** Why a payout couldn't be taken in hand; undefined where it has become free in the meantime. */
  const refusal = (
    { entry, worker, leaseUntil }: Found,
    { now }: LeaseRequest,
    open: readonly PayoutStatus[],
  ): LeaseOutcome | undefined => {
    if (!open.includes(entry.status)) return { state: "settled", entry };
    return worker !== null && leaseUntil > now ? { state: "held", by: { worker, until: leaseUntil }, entry } : undefined;
  };

  return {
    specVersion: "1",
    name: adapter,
    begin: async (plan, lease) => {
      checks.plan(plan);
      checks.lease(lease);
      const { worker, now, until } = lease;
      const { key, offer, sequence } = plan;
      const document = openedBy(checks.json("plan", plan), lease);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const [opened] = await run("begin", openStatement, document);
        const inTheWay = opened?.["in_the_way"];
        if (inTheWay === null) return yours(key, 1);
        const entries = await readAll(JSON.parse(typeof inTheWay === "string" ? inTheWay : "[]") as readonly string[]);
        const [first] = entries;
        if (first !== undefined) return { state: "taken", entry: first, entries };
        const [resumed] = await run("begin", resumeStatement, [key, now, worker, until]);
        if (resumed !== undefined) return yours(key, Number(resumed["fence"]));
        const found = await byKey(key);
        const refused = found === undefined ? undefined : refusal(found, lease, ["open"]);
        if (refused !== undefined) return refused;
        const other = await readOne("offer = $1 and sequence = $2 and status <> 'undone' and key <> $3", [offer, sequence, key]);
        if (found === undefined && other !== undefined) return { state: "taken", entry: other.entry, entries: [other.entry] };
      }
      throw changedTooOften();
    },
    record: async (key, { fence, record, until }) => {
      if (until !== undefined) checks.instant("until", until);
      const document = JSON.stringify(checks.json("record", record));
      return (await run("record", recordStatement, [key, fence, statusesFor(record).join(), until ?? null, document])).length === 1;
    },
    complete: async (key, { fence, status, at }) => {
      checks.instant("at", at);
      const from = status === "complete" ? "open" : "undoing";
      const statement = `update amends_payouts set status = $3, changed_at = $4, worker = null, lease_until = null
        where key = $1 and fence = $2 and worker is not null and status = $5 returning key`;
      return (await run("complete", statement, [key, fence, status, at, from])).length === 1;
    },
    undo: async (key, { because, ...lease }) => {
      checks.text("because", because);
      checks.lease(lease);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const [taken] = await run("undo", undoStatement, [key, lease.now, lease.worker, lease.until, because]);
        if (taken !== undefined) return yours(key, Number(taken["fence"]));
        const found = await byKey(key);
        if (found === undefined) return { state: "absent" };
        const refused = refusal(found, lease, ["open", "complete", "undoing"]);
        if (refused !== undefined) return refused;
      }
      throw changedTooOften();
    },
    release: async (key, { fence }) => {
      const statement = `update amends_payouts set worker = null, lease_until = null
        where key = $1 and fence = $2 and worker is not null returning key`;
      return (await run("release", statement, [key, fence])).length === 1;
    },
    read: async (key) => (await byKey(key))?.entry,
    payoutsOf: async (caseId) => (await run("payoutsOf", readStatement("case_id = $1"), [caseId])).map((row) => foundIn(row).entry),
  };
}

/** The parameters of the statement that opens a payout. */
function openedBy(plan: PayoutPlan, { worker, now, until }: LeaseRequest): readonly unknown[] {
  const { key, offer, sequence, caseId, orderId, remedy, amount, refundable, knownPayouts = [] } = plan;
  const known = [
    [key, offer, sequence, caseId || null, orderId || null, remedy],
    [amount?.amount ?? null, amount?.currency ?? null, refundable?.amount ?? null, refundable?.currency ?? null],
    [JSON.stringify(knownPayouts), JSON.stringify(plan), now, worker, until],
  ];
  return known.flat();
}

function changedTooOften(): AdapterError {
  return new AdapterError({ adapter, reason: "unavailable", message: "the payout changed too often while it was read; try again" });
}
