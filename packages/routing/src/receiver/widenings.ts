import type { Relaxation } from "../roster/relaxation.js";

/** `[a, b]` → `[a]`, `[a, b]`: requirements are let go of one after the other; the language only where translation helps out. */
export function widenings(relax: readonly Relaxation[] | undefined, translation: boolean): ReadonlySet<Relaxation>[] {
  const allowed = (relax ?? []).filter((requirement) => translation || requirement !== "language");
  return allowed.map((_, index) => new Set(allowed.slice(0, index + 1)));
}
