import { requireObject } from "@amends/core/errors";
import type * as z from "zod";
import type { Money, RemedyKind } from "@amends/core/model";

/** An amount of the case, or the names of the facts that it can't be known without. */
export type KnownAmount = { readonly money: Money } | { readonly missing: readonly string[] };

/** What costs are computed from, all in one currency: the order's, or the claim's where there is no order. */
export interface CostBasis {
  /** What was paid for the order; the claim's amount where nobody knows the order's total. */
  readonly order: KnownAmount;
  /** What is claimed, at most what was paid; the order's total where no amount is claimed. */
  readonly claim: KnownAmount;
  /** What may still be refunded: the order less the refunds already paid. */
  readonly refundable: KnownAmount;
  /** What goods cost the shop, in per cent of their price. */
  readonly goodsCostPercent: number;
  /** How many of a hundred coupons are used, each on an order like this one. */
  readonly couponUsePercent: number;
  /** What so many loyalty points are worth. */
  worthOf(points: number): RemedyCost;
}

/** What a remedy costs the seller now: an amount, an amount that lacks a fact, or nothing that can be known before it is used, and why. */
export type RemedyCost = KnownAmount | { readonly later: true; readonly because: string };

const tellingPrefix = "remedy.";

/** The word of the templates' text that tells a remedy. */
export function tellingWord({ tellingKey }: Pick<RemedyDefinition, "tellingKey">): string {
  return tellingKey.startsWith(tellingPrefix) ? tellingKey.slice(tellingPrefix.length) : tellingKey;
}

/** What must be there beside the facts before a remedy can be carried out. */
export const remedyRequirements = ["stock", "payment_method", "return"] as const;
export type RemedyRequirement = (typeof remedyRequirements)[number];

/** How a remedy is taken back: by which action, and until what happens. */
export interface RemedyUndo {
  readonly action: string;
  readonly until: string;
}

/** One remedy as an action: what it gives, what that costs, what it needs, how it is told, and how it is undone. */
export interface RemedyDefinition<Gives extends z.ZodType = z.ZodType> {
  /** The word by which policies name it: one of the standard words, or a host's own. */
  readonly kind: RemedyKind | (string & {});
  /** What the policy says it gives. */
  readonly gives: Gives;
  /** Facts without which its cost can't be known. */
  readonly needs: readonly string[];
  /** What must be there to carry it out. */
  readonly requires: readonly RemedyRequirement[];
  /** By which text replies tell the customer about it: "remedy." and a word of the templates' `choices.remedies`. Default: its own word. */
  readonly tellingKey: string;
  /** What it costs now. */
  cost(gives: z.output<Gives>, basis: CostBasis): RemedyCost;
  /** What it is expected to cost in the end, with what is used later. Default: what it costs now. */
  expected(gives: z.output<Gives>, basis: CostBasis): RemedyCost;
  /** What it may cost at most, whatever a policy gives; a choice above it is not offered. Undefined where nothing limits it. */
  limit(gives: z.output<Gives>, basis: CostBasis): KnownAmount | undefined;
  /** How it is taken back; null where nothing takes it back. */
  readonly undo: RemedyUndo | null;
  /** Whether it settles the matter itself: once all the money went back, it is not offered any more. */
  readonly settles: boolean;
  /** Whether it pays money back: a part of it, or all that the matter is about. */
  readonly paysBack: "part" | "all" | null;
  /** Keys of what it gives that are goodwill beside the remedy itself. */
  readonly goodwill: readonly string[];
  /** What the offer says of it beyond the policy's words: the amounts, where they are known. `cost` is what it costs now, where that was found out before. */
  amounts(gives: z.output<Gives>, basis: CostBasis, cost?: RemedyCost): Readonly<Record<string, Money>>;
}

/** What most remedies don't have. */
type Optional = "tellingKey" | "requires" | "expected" | "limit" | "settles" | "paysBack" | "goodwill" | "amounts";

export type RemedyParts<Gives extends z.ZodType> = Omit<RemedyDefinition<Gives>, Optional> &
  Partial<Pick<RemedyDefinition<Gives>, Optional>>;

/** What most remedies say of amounts. */
export const noAmounts: Readonly<Record<string, Money>> = Object.freeze({});
/** What says so: by this function it is known that there is nothing to say. */
export const sayNothing = (): Readonly<Record<string, Money>> => noAmounts;
/** What most remedies say of a limit. */
export const noLimit = (): undefined => undefined;

/**
 * A remedy as an action, whose parts fit together. Hand a host's own ones to `proposeRemedies` as `context.packs.remedies`, or to
 * `createRemediesStage`; policies then name them as they name the standard ones, and what they give is checked by `gives`.
 *
 * @example
 * import { defineRemedy } from "@amends/compensation";
 * import * as z from "zod";
 * const planting = defineRemedy({
 *   kind: "tree",
 *   gives: z.strictObject({ trees: z.number().int().positive() }),
 *   needs: [],
 *   cost: ({ trees }) => ({ money: { amount: `${2 * trees}.00`, currency: "USD" } }),
 *   undo: null,
 * });
 * planting.settles; // => false
 */
export function defineRemedy<Gives extends z.ZodType>(parts: RemedyParts<Gives>): RemedyDefinition<Gives> {
  requireObject(parts, "parts");
  const { kind, gives, needs, requires, tellingKey, cost, expected, limit, undo, settles, paysBack, goodwill, amounts, ...more } = parts;
  // Every remedy has its members in one order: decisions read those of several remedies in turn, which is quickest where they stand alike.
  return {
    kind,
    gives,
    needs,
    requires: requires ?? [],
    tellingKey: tellingKey ?? `${tellingPrefix}${kind}`,
    cost,
    expected: expected ?? cost,
    limit: limit ?? noLimit,
    undo,
    settles: settles ?? false,
    paysBack: paysBack ?? null,
    goodwill: goodwill ?? [],
    amounts: amounts ?? sayNothing,
    ...more,
  };
}
