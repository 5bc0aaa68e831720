import type { Capped } from "./apply-caps.js";

/** What caps do to an offer, wherever they do it. */
export type CapEffects = Pick<Capped, "excluded" | "approvals" | "followed" | "missing">;

/** What caps do to the choices, then to the additions, then to the range beyond the expectation. */
export function joinCapped(choices: CapEffects, additions: CapEffects, range: CapEffects): CapEffects {
  return {
    excluded: joined(choices.excluded, additions.excluded, range.excluded),
    approvals: joined(choices.approvals, additions.approvals, range.approvals),
    followed: joined(choices.followed, additions.followed, range.followed),
    missing: joined(choices.missing, additions.missing, range.missing),
  };
}

/** Nearly always the later ones are empty. */
function joined<Value>(first: readonly Value[], second: readonly Value[], third: readonly Value[]): readonly Value[] {
  return second.length === 0 && third.length === 0 ? first : [...first, ...second, ...third];
}
