import { noAdditions, type Additions } from "./join-additions.js";

type Copier = (additions: Additions) => Record<string, unknown>;

/** Additions by the names of their members in their order, as standard policies have them: written as a whole, which is far quicker than to copy members. */
const copiers: Readonly<Record<string, Copier>> = {
  points: (given) => ({ points: given["points"] }),
  gift: (given) => ({ gift: given["gift"] }),
  freeShippingOrders: (given) => ({ freeShippingOrders: given["freeShippingOrders"] }),
  nextPurchaseDiscountPercent: (given) => ({ nextPurchaseDiscountPercent: given["nextPurchaseDiscountPercent"] }),
};

const copyMembers: Copier = (additions) => ({ ...additions });

const known = new WeakMap<Additions, Copier>();

/** Additions in an object of one answer's own. */
export function copiedAdditions(additions: Additions): Record<string, unknown> {
  if (additions === noAdditions) return {};
  const before = known.get(additions);
  if (before !== undefined) return before(additions);
  const names = Object.keys(additions).join(",");
  const copier = Object.hasOwn(copiers, names) ? (copiers[names] as Copier) : copyMembers;
  if (Object.isFrozen(additions)) known.set(additions, copier);
  return copier(additions);
}
