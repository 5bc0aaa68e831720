/** The requirements that a policy can let go of where nobody fits; a `lower_…` one is missed by a single step. */
export const relaxations = ["product_line", "skill", "specialty", "lower_language_level", "language", "lower_tier", "tier"] as const;

/** One of {@link relaxations}. */
export type Relaxation = (typeof relaxations)[number];

/** Nothing is let go of. */
export const nothing: ReadonlySet<Relaxation> = new Set();

/** Whoever lets go of a requirement takes those who miss it by one step, too. */
const wider: Partial<Record<Relaxation, Relaxation>> = { lower_language_level: "language", lower_tier: "tier" };

/** Whether a requirement is among those let go of. */
export function isLetGo(requirement: Relaxation, relaxed: ReadonlySet<Relaxation>): boolean {
  const whole = wider[requirement];
  return relaxed.has(requirement) || (whole !== undefined && relaxed.has(whole));
}

/** Whether it is about the language that the customer is answered in. */
export function isOfLanguage(requirement: Relaxation): boolean {
  return requirement === "language" || requirement === "lower_language_level";
}
