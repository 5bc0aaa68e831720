import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { readInstant } from "../time/parse-instant.js";
import { localDateOf } from "../time/zoned-time.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import type { Policy, PolicyRule } from "./policy.js";

/** Which dated rules are in force for given facts; `missing` names the date that nobody knows. */
export type InForce = (rule: PolicyRule, facts: Readonly<Record<string, unknown>>) => { inForce: boolean; missing?: string };

const always = { inForce: true } as const;

/** Whether any rule of a policy has dates. */
export function isDated(policy: Policy): boolean {
  return policy.rules.some((rule) => rule.effectiveFrom !== undefined || rule.effectiveTo !== undefined);
}

/** The facts a dated policy takes its date from, the first known one counting. */
export function dateFacts(policy: Policy): readonly string[] {
  return isDated(policy) ? [policy.asOf ?? "now"].flat() : [];
}

/** Reads dates in the policy's zone (UTC unless it names one): a rule applies from `effectiveFrom` until before `effectiveTo`. */
export function effectiveDates(policy: Policy, zones: ZoneProvider = intlZoneProvider): InForce {
  const sources = dateFacts(policy);
  const zone = policy.zone ?? "UTC";
  return (rule, facts) => {
    if (rule.effectiveFrom === undefined && rule.effectiveTo === undefined) return always;
    const at = sources.map((name) => readInstant(facts[name])).find((instant) => instant !== undefined);
    if (at === undefined) return { inForce: false, missing: sources.join(" or ") };
    const date = localDateOf(at, zone, zones);
    return { inForce: (rule.effectiveFrom ?? date) <= date && (rule.effectiveTo === undefined || date < rule.effectiveTo) };
  };
}
