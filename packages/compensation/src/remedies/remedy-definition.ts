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
}

/** What a remedy costs the seller now: an amount, an amount that lacks a fact, or nothing that can be known before it is used. */
export type RemedyCost = KnownAmount | { readonly later: true };

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
}

/** A remedy whose parts fit together. */
export function defineRemedy<Gives extends z.ZodType>(definition: RemedyDefinition<Gives>): RemedyDefinition<Gives> {
  return definition;
}
