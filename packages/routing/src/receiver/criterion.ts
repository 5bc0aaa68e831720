/** What agents who fit are compared by. */
export const criteria = [
  "owner",
  "preferred_agent",
  "language_level",
  "related_language",
  "specialty",
  "skills",
  "product_line",
  "region",
  "near_zone",
  "tier",
  "load",
] as const;

/** One of {@link criteria}. */
export type Criterion = (typeof criteria)[number];
