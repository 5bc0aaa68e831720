import { formatMoney, moneyFindings, type Money } from "@amends/core/money";
import { readInstant, type ZoneProvider } from "@amends/core/time";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { formatDate, formatDateTime } from "./format-date.js";
import { methodWords } from "./method-words.js";
import { isolated, plainText } from "./plain-text.js";

/** How moments are told. */
interface Clock {
  readonly zone: string | undefined;
  readonly zones: ZoneProvider;
}

/**
 * What a notice on a refund or a failed payment is filled with, from plain data: `amount` and `whole` (money), `method`, `lastFour`,
 * `from` and `to` (local dates), `reference` and `retryAt` (an instant). What can't be read is left out, as if nobody had given it.
 */
export function moneyValues(given: Readonly<Record<string, unknown>>, pack: CompiledPack, { zone, zones }: Clock): Values {
  const money = (value: unknown) => (isMoney(value) ? isolated(formatMoney(value, pack.locale), pack.rightToLeft) : undefined);
  const date = (value: unknown) => {
    const at = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? readInstant(`${value}T00:00:00Z`) : undefined;
    return at === undefined ? undefined : formatDate(at, pack, "UTC", zones);
  };
  const retryAt = typeof given["retryAt"] === "string" ? readInstant(given["retryAt"]) : undefined;
  const texts = {
    amount: money(given["amount"]),
    whole: money(given["whole"]),
    method: methodWords(given["method"], given["lastFour"], pack),
    from: given["from"] === given["to"] ? undefined : date(given["from"]),
    to: date(given["to"]),
    reference: reference(given["reference"], pack),
    retryAt: retryAt === undefined ? undefined : formatDateTime(retryAt, pack, zone, zones),
  };
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

/** The reference itself; a lower-case word such as `acquirer_reference_number` only names which one it will be. */
function reference(value: unknown, pack: CompiledPack): string | undefined {
  const text = typeof value === "string" ? plainText(value) : "";
  return text === "" || /^[a-z]+(_[a-z]+)*$/.test(text) ? undefined : isolated(text, pack.rightToLeft);
}

function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && moneyFindings(value, "amount").length === 0;
}
