/** The requirements that a policy can let go of where nobody fits. */
export const relaxations = ["product_line", "specialty", "tier", "language"] as const;

/** One of {@link relaxations}. */
export type Relaxation = (typeof relaxations)[number];
