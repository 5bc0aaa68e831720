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
  /** What so many loyalty points are worth. */
  worthOf(points: number): RemedyCost;
}

/** What a remedy costs the seller now: an amount, an amount that lacks a fact, or nothing that can be known before it is used, and why. */
export type RemedyCost = KnownAmount | { readonly later: true; readonly because: string };

/** One remedy as an action: what it gives, what that costs, and the key under which a reply tells it. */
export interface RemedyDefinition<Gives extends z.ZodType = z.ZodType> {
  readonly kind: RemedyKind;
  /** What the policy says it gives. */
  readonly gives: Gives;
  /** Facts without which its cost can't be known. */
  readonly needs: readonly string[];
  /** The key of the text that tells the customer about it. */
  readonly tellingKey: string;
  cost(gives: z.output<Gives>, basis: CostBasis): RemedyCost;
  /** Keys of what it gives that are goodwill beside the remedy itself. */
  readonly goodwill: readonly string[];
  /** What the offer says of it beyond the policy's words: the amounts, where they are known. */
  amounts(gives: z.output<Gives>, basis: CostBasis): Readonly<Record<string, Money>>;
}

type RemedyParts<Gives extends z.ZodType> = Omit<RemedyDefinition<Gives>, "goodwill" | "amounts"> &
  Partial<Pick<RemedyDefinition<Gives>, "goodwill" | "amounts">>;

/** A remedy whose parts fit together. Most have no goodwill beside themselves and name no amount. */
export function defineRemedy<Gives extends z.ZodType>(parts: RemedyParts<Gives>): RemedyDefinition<Gives> {
  return { goodwill: [], amounts: () => ({}), ...parts };
}
