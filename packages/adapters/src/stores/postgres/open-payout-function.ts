import { noCharacter } from "./no-character.js";

const sendsGoods = (plan: string): string =>
  `coalesce((replace(${plan}::text, '${noCharacter}', '\\u0020')::json ->> 'sendsGoods')::boolean, false)`;

/** What one of the two doesn't name can't tell them apart. */
const ofMatter =
  "(case_id = new_case or order_id = new_order) and coalesce(case_id = new_case, true) and coalesce(order_id = new_order, true)";

/**
 * Opens a payout unless others stand in its way. One call is one statement for the client, and yet it waits for whoever opens a payout
 * of the same case or order and then sees what they wrote: in a function each statement reads anew, while a single one would go on
 * with what it saw before it waited. Locks are taken in one order, the case's before the order's, so that none waits for another in a
 * circle. Answers null where the payout was opened, a JSON list of the keys in its way, or an empty one where its key or its offer is
 * there already.
 */
export const openPayoutFunction = `  create or replace function amends_open_payout(
    new_key text, new_offer text, new_sequence integer, new_case text, new_order text, new_remedy text, new_amount numeric,
    new_currency text, refundable numeric, refundable_currency text, known_payouts json, new_plan json, at bigint, by_worker text,
    until bigint
  ) returns text language plpgsql as $function$
  declare
    in_the_way json;
    paid numeric;
    sends_goods boolean := ${sendsGoods("new_plan")};
  begin
    if new_case is not null then perform pg_advisory_xact_lock(7309454, hashtext(new_case)); end if;
    if new_order is not null then perform pg_advisory_xact_lock(7309455, hashtext(new_order)); end if;
    if exists (select from amends_payouts where key = new_key) then return '[]'; end if;
    if exists (select from amends_payouts where offer = new_offer and sequence = new_sequence and status <> 'undone') then
      return '[]';
    end if;
    select json_agg(key order by number) into in_the_way from amends_payouts
      where ${ofMatter}
        and status <> 'undone' and sequence = new_sequence
        and (remedy = new_remedy or (amount is not null and new_amount is not null));
    if in_the_way is not null then return in_the_way::text; end if;
    if sends_goods or new_amount is not null then
      select json_agg(key order by number) into in_the_way from amends_payouts
        where ${ofMatter}
          and status <> 'undone' and key not in (select json_array_elements_text(known_payouts))
          and ((sends_goods and amount is not null) or ${sendsGoods("plan")});
    end if;
    if in_the_way is not null then return in_the_way::text; end if;
    if new_amount is not null and new_currency = refundable_currency then
      select json_agg(key order by number), sum(amount) into in_the_way, paid from amends_payouts
        where ${ofMatter}
          and status <> 'undone' and currency = new_currency
          and key not in (select json_array_elements_text(known_payouts));
      if paid + new_amount > refundable then return in_the_way::text; end if;
    end if;
    insert into amends_payouts
        (key, offer, sequence, case_id, order_id, remedy, amount, currency, plan, status, began_at, changed_at, worker, lease_until, fence)
      values (new_key, new_offer, new_sequence, new_case, new_order, new_remedy, new_amount, new_currency, new_plan, 'open', at, at,
        by_worker, until, 1)
      on conflict do nothing;
    return case when found then null else '[]' end;
  end
  $function$;`;
