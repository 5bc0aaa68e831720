import { localDateOf } from "../../time/zoned-time.js";
import type { ZoneProvider } from "../../time/zone-provider.js";
import { instantOf } from "./missing-date.js";

/** What dates a rule. */
export interface RuleDates {
  readonly effectiveFrom?: string | undefined;
  /** Exclusive. */
  readonly effectiveTo?: string | undefined;
}

/** Which dated rules are in force for given facts; `missing` names the date that nobody knows. */
export type InForce = (rule: RuleDates, facts: Readonly<Record<string, unknown>>) => { inForce: boolean; missing?: string };

/** What dates the rules of a policy. */
export interface DatedRules {
  /** The facts the date is taken from, the first known one counting. */
  readonly facts: readonly string[];
  readonly inForce: InForce;
}

const always = { inForce: true } as const;

/**
 * Reads dates in a zone: a rule applies from `effectiveFrom` until before `effectiveTo`.
 *
 * @example
 * import { rulesInForce } from "@amends/core/rules/built";
 * import { intlZoneProvider } from "@amends/core/time";
 * const inForce = rulesInForce(["order.placedAt"], "Asia/Tokyo", intlZoneProvider);
 * inForce({ effectiveFrom: "2026-02-01" }, { "order.placedAt": "2026-01-31T15:00:00Z" }); // => { inForce: true }
 */
export function rulesInForce(sources: readonly string[], zone: string, zones: ZoneProvider): InForce {
  return (rule, facts) => {
    if (rule.effectiveFrom === undefined && rule.effectiveTo === undefined) return always;
    const at = sources.map((name) => instantOf(facts, name)).find((instant) => instant !== undefined);
    if (at === undefined) return { inForce: false, missing: sources.join(" or ") };
    const date = localDateOf(at, zone, zones);
    return { inForce: (rule.effectiveFrom ?? date) <= date && (rule.effectiveTo === undefined || date < rule.effectiveTo) };
  };
}
