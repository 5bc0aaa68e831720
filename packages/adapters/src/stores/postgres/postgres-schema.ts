import { runWith, type PostgresClient } from "./postgres-client.js";
import { noCharacter } from "./no-character.js";
import { openPayoutFunction } from "./open-payout-function.js";

/**
 * The tables of the store and the function that opens a payout, as one statement that can be run any number of times, by several at once. Instants are epoch
 * milliseconds. `amends_payout_records` is only ever added to.
 */
export const postgresSchema = `do $amends$
begin
  perform pg_advisory_xact_lock(7309453);
  create table if not exists amends_cases (
    id text primary key,
    document json not null
  );
  create table if not exists amends_claims (
    case_id text primary key,
    agent text,
    since bigint not null,
    until bigint,
    fence bigint not null,
    about jsonb not null
  );
  create index if not exists amends_claims_agent on amends_claims (agent);
  create index if not exists amends_claims_about on amends_claims using gin (about);
  create table if not exists amends_messages (
    message_id text primary key,
    case_id text not null
  );
  create table if not exists amends_payouts (
    number bigint generated always as identity unique,
    key text primary key,
    offer text not null,
    sequence integer not null,
    case_id text,
    plan json not null,
    status text not null check (status in ('open', 'complete', 'undoing', 'undone', 'partly_undone')),
    began_at bigint not null,
    changed_at bigint not null,
    undo_because text,
    worker text,
    lease_until bigint,
    fence bigint not null
  );
  if not exists (
    select from pg_attribute where attrelid = 'amends_payouts'::regclass and attname = 'remedy' and not attisdropped
  ) then
    alter table amends_payouts add column order_id text, add column remedy text, add column currency text, add column amount numeric;
    update amends_payouts as payout set order_id = plain.plan ->> 'orderId', remedy = plain.plan ->> 'remedy',
        currency = plain.plan #>> '{amount,currency}', amount = (plain.plan #>> '{amount,amount}')::numeric
      from (select key, replace(plan::text, '${noCharacter}', '\\u0020')::json as plan from amends_payouts) as plain
      where payout.key = plain.key;
  end if;
  create unique index if not exists amends_payouts_once on amends_payouts (offer, sequence) where status <> 'undone';
  create index if not exists amends_payouts_case on amends_payouts (case_id);
  create index if not exists amends_payouts_order on amends_payouts (order_id);
  create table if not exists amends_payout_records (
    number bigint generated always as identity primary key,
    key text not null references amends_payouts (key),
    record json not null
  );
  create index if not exists amends_payout_records_key on amends_payout_records (key);
${openPayoutFunction}
end
$amends$`;

/**
 * Makes the tables where they aren't there yet. A host with migrations of its own runs `postgresSchema` as one of them instead.
 *
 * @throws {AdapterError} `auth` where the database doesn't let it, `unavailable` where it can't be reached.
 * @example
 * import { applyPostgresSchema, postgresSchema } from "@amends/adapters/stores/postgres";
 * const asked: string[] = [];
 * await applyPostgresSchema({ query: async (text) => (asked.push(text), { rows: [] }) });
 * asked[0] === postgresSchema; // => true
 */
export async function applyPostgresSchema(client: PostgresClient): Promise<void> {
  await runWith(client)("schema", postgresSchema);
}
