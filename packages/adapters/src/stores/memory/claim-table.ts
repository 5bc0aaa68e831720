import type { CaseClaim, ClaimOptions } from "@amends/core/contracts";

/** Claims by case. A released one stays without its holder, for the sake of its fence. */
export interface ClaimTable {
  readonly rows: ReadonlyMap<string, ClaimRow>;
  /** Takes the case unless somebody else holds it; the claim that stands afterwards. */
  take(caseId: string, agent: string, options: ClaimOptions): CaseClaim;
  release(caseId: string): void;
}

export interface ClaimRow {
  readonly claim: CaseClaim;
  readonly released: boolean;
}

/** Whether somebody holds the case at an instant. */
export function isInForce({ claim, released }: ClaimRow, now: number): boolean {
  return !released && (claim.until === null || claim.until > now);
}

/** An empty table. It runs to its end without giving way, which is what makes it atomic. */
export function claimTable(): ClaimTable {
  const rows = new Map<string, ClaimRow>();
  return {
    rows,
    take: (caseId, agent, { now, until = null, about = [] }) => {
      const before = rows.get(caseId);
      const stands = before !== undefined && isInForce(before, now);
      if (stands && before.claim.agent !== agent) return before.claim;
      const since = stands ? before.claim.since : now;
      const fence = (before?.claim.fence ?? 0) + (stands ? 0 : 1);
      const claim: CaseClaim = { caseId, agent, since, until, fence, about: [...about] };
      rows.set(caseId, { claim, released: false });
      return claim;
    },
    release: (caseId) => {
      const row = rows.get(caseId);
      if (row !== undefined) rows.set(caseId, { ...row, released: true });
    },
  };
}
