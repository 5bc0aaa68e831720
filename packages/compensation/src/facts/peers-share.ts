import { numberFact } from "@amends/core/facts";

/** How many similar orders have the same problem; risk and remedies both read it. */
export const peersShare = numberFact({
  description: "The share of similar orders that have the same problem.",
  example: 0.12,
  unit: "share",
  derive: ({ peers }) => {
    const [similar, same] = [peers?.similarOrders ?? 0, peers?.withSameIssue ?? undefined];
    return similar === 0 || same === undefined ? undefined : same / similar;
  },
});
