import { requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { contextFor, type Context } from "@amends/core/stage";
import { readCase } from "../read-case.js";
import { byLasting, compareRights } from "./compare-rights.js";
import { itemsUnderReturn, type ItemUnderReturn } from "./items-under-return.js";
import { isAbout, judgeRight } from "./judge-right.js";
import type { JudgedRight, ReturnStatus } from "./judged-right.js";
import { returnContext, type ReturnContext } from "./return-context.js";
import { returnFacts, type GrantedFact } from "./return-packs.js";
import { rightsInScope, type FactsInScope } from "./rights-in-scope.js";

/** Whether one item may come back, by which right, and what else was considered. */
export interface ItemEligibility {
  readonly sku: string | null;
  readonly quantity: number | null;
  readonly status: ReturnStatus;
  /** The right that decides: the law's first, then the more generous. Null where none holds. */
  readonly by: JudgedRight | null;
  /** Until when any right is open, and which; null where none is, or where one has no fixed end. */
  readonly latest: { readonly until: string; readonly fact: string } | null;
  /** Who pays the way back: the seller, where any right that holds says so. */
  readonly wayBack: { readonly paidBy: "buyer" | "seller"; readonly fact: string } | null;
  /** The other rights: those that hold as well, those that something missing decides, and those that don't hold, with the reason. */
  readonly lost: readonly JudgedRight[];
  readonly missing: readonly string[];
}

/** Whether goods may come back. */
export interface ReturnEligibility extends Omit<ItemEligibility, "sku" | "quantity"> {
  /** The buyer's date on which it was asked, the key that says so, and the zone; null where the date differs by the zone that nobody knows. */
  readonly asked: { readonly on: string | null; readonly from: string; readonly zone: string | null };
  readonly items: readonly ItemEligibility[];
}

/**
 * Whether goods may come back: until when, by which right, who pays the way, and which rights lost and why. Rights are dated facts of
 * the packs "law/returns" and "marketplace/returns", which a host's packs of these names override by id, and of the host's own
 * "seller/returns". A right of the law goes first; of several the more generous. Days are those of the buyer's calendar; public
 * holidays come from the pack "public-holidays", by country.
 *
 * Nothing is guessed: a missing fact leaves it `unknown` only where it could decide, and a condition that nobody has looked at is in
 * `subjectTo`. With several items it is eligible where at least one may come back; `items` says which.
 *
 * @throws {InvalidCaseError} where the case can't be read, and {AmendsError} of code `pack_invalid` where a pack can't.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { returnEligibility } from "@amends/compensation/returns";
 * const { status, by } = returnEligibility({
 *   now: "2026-03-20T09:00:00Z",
 *   ticket: { channel: "email", createdAt: "2026-03-20T09:00:00Z" },
 *   order: { placedAt: "2026-03-01T10:00:00Z", shipTo: "DE" },
 *   shipment: { deliveredAt: "2026-03-06T12:00:00Z" },
 * });
 * [status, by?.fact, by?.until, by?.gives]; // => ["eligible", "eu.withdrawal", "2026-03-20", ["refund"]]
 */
export function returnEligibility(caseFile: CaseFile, given: Partial<Context> = {}): ReturnEligibility {
  requireObject(given, "given");
  const read = readCase(caseFile, given.zones);
  const context = contextFor(read, given);
  const judging = returnContext(read, context);
  const scope = rightsInScope(returnFacts(read, context), judging);
  const items = itemsUnderReturn(read).map((item) => eligibilityOf(item, scope, judging));
  const decisive = (["eligible", "unknown", "not"] as const)
    .flatMap((status) => items.filter((item) => item.status === status))
    .at(0) as ItemEligibility;
  const { sku: _sku, quantity: _quantity, ...rest } = decisive;
  const dates = new Set(judging.clocks.map((clock) => clock.dateOf(judging.asked.at)));
  const on = dates.size === 1 ? ([...dates][0] as string) : null;
  const missing = [...new Set(items.flatMap((item) => item.missing))];
  return { ...rest, missing, asked: { on, from: judging.asked.from, zone: judging.zone }, items };
}

function eligibilityOf(item: ItemUnderReturn, scope: FactsInScope, context: ReturnContext): ItemEligibility {
  const rights = scope.facts.flatMap((granted) => judged(granted, item, context)).sort(compareRights);
  const holding = rights.filter(({ status }) => status === "eligible");
  const [by = null] = holding;
  const unresolved = scope.possible.flatMap(({ granted, missing }) =>
    judged(granted, item, context).some(({ status }) => status !== "not") ? missing : [],
  );
  const unsure = unresolved.length > 0 || rights.some(({ status }) => status === "unknown");
  const longest = holding.toSorted(byLasting).at(0);
  const payer = holding.find(({ wayBack }) => wayBack === "seller") ?? by;
  return {
    sku: item.sku,
    quantity: item.quantity,
    status: by !== null ? "eligible" : unsure ? "unknown" : "not",
    by,
    latest: longest === undefined || longest.until === null ? null : { until: longest.until, fact: longest.fact },
    wayBack: payer === null ? null : { paidBy: payer.wayBack, fact: payer.fact },
    lost: rights.filter((right) => right !== by),
    missing: [...new Set([...rights.flatMap(({ missing }) => missing), ...unresolved])],
  };
}

function judged({ fact, grantor }: GrantedFact, item: ItemUnderReturn, context: ReturnContext): JudgedRight[] {
  const { value, id, source, confidence } = fact;
  if (value.kind === "right") return [judgeRight({ fact, grantor }, value, item, context)];
  if (value.kind === "region" || isAbout(value.reasons, item.reason) === false) return [];
  return [
    {
      fact: id,
      grantedBy: grantor,
      status: "not",
      reason: "no_right",
      because: value.because,
      until: null,
      untilAt: null,
      openEnded: false,
      forReason: false,
      wayBack: "buyer",
      gives: [],
      subjectTo: [],
      sendBack: null,
      refund: null,
      source,
      confidence,
      missing: [],
    },
  ];
}
