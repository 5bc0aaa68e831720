/** What agents who fit are compared by. */
export const criteria = ["owner", "language_level", "specialty", "product_line", "region", "tier", "load"] as const;

/** One of {@link criteria}. */
export type Criterion = (typeof criteria)[number];
