import type { Customer } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import type { ClaimWorld, CustomerKind, Market } from "./claim-world.js";
import type { RandomSource } from "./random-source.js";

const dayMilliseconds = 86_400_000;

/** A made-up customer, who collects orders, claims and refunds as time goes by. */
export interface SyntheticCustomer {
  readonly id: string;
  readonly market: Market;
  readonly kind: CustomerKind;
  readonly links: NonNullable<Customer["links"]>;
  orders: number;
  readonly claims: { readonly at: number; readonly issueType: string }[];
  readonly refunds: number[];
}

export function syntheticCustomers(world: ClaimWorld, from: number, random: RandomSource): SyntheticCustomer[] {
  const { kinds, linked, manyAccounts, ordersBefore } = world.customer;
  return Array.from({ length: world.customers }, (_, index): SyntheticCustomer => {
    const kind = random.pick(kinds, ({ share }) => share);
    const orders = random.whole(0, ordersBefore);
    const claims = Array.from({ length: orders }, () => from - random.share() * 300 * dayMilliseconds)
      .filter(() => random.happens(kind.claimRate))
      .map((at) => ({ at, issueType: random.pick(Object.entries(world.claim.issues), ([, weight]) => weight)[0] }));
    return {
      id: `U-${index + 1}`,
      market: random.pick(world.markets, ({ share }) => share),
      kind,
      links: { confirmedAbuser: random.happens(linked), accounts: random.happens(manyAccounts) ? random.whole(3, 6) : random.whole(1, 2) },
      orders,
      claims,
      refunds: claims.map(({ at }) => at + 2 * dayMilliseconds),
    };
  });
}

/** The customer as the shop knew it at that time: only what had happened. */
export function customerAt({ id, market, links, orders, claims, refunds }: SyntheticCustomer, now: number): Customer {
  const past = claims.filter(({ at }) => at < now);
  return {
    id,
    country: market.country,
    language: market.language,
    orders,
    complaints: past.length,
    claims: past.map(({ at, issueType }) => ({ at: formatInstant(at), issueType })),
    refunds: refunds.filter((at) => at <= now).map((at) => ({ at: formatInstant(at) })),
    links,
  };
}
