import { addMoney, compareMoney, fromMinorUnits, type Money } from "@amends/core/money";

/** An amount that is known to lie between two; the two are equal where it is known. */
export interface Span {
  readonly min: Money;
  readonly max: Money;
}

/** A value, or the names of what would tell it. */
export type Told<Value> = { readonly value: Value } | { readonly missing: readonly string[] };

export const nothing = (currency: string): Money => fromMinorUnits(0, currency);

export const exactly = (money: Money): Span => ({ min: money, max: money });

export const addSpans = (one: Span, other: Span): Span => ({ min: addMoney(one.min, other.min), max: addMoney(one.max, other.max) });

export const isExact = ({ min, max }: Span): boolean => compareMoney(min, max) === 0;

/** From the least of all to the most. */
export function widest(spans: readonly [Span, ...Span[]]): Span {
  return spans.reduce((all, { min, max }) => ({
    min: compareMoney(min, all.min) < 0 ? min : all.min,
    max: compareMoney(max, all.max) > 0 ? max : all.max,
  }));
}
