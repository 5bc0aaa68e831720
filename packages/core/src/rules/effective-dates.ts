import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { readInstant } from "../time/parse-instant.js";
import { localDateOf } from "../time/zoned-time.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { datedBy } from "./dated-by.js";
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
  return isDated(policy) ? [policy.asOf ?? "now"].flat().flatMap((text) => datedBy(text) ?? [text]) : [];
}

/** What a decision lacks where none of the facts that date the policy is known: one entry, not one for each. */
export function missingDate(sources: readonly string[], facts: Readonly<Record<string, unknown>>): string | undefined {
  return sources.length === 0 || sources.some((name) => instantOf(facts, name) !== undefined) ? undefined : sources.join(" or ");
}

function instantOf(facts: Readonly<Record<string, unknown>>, name: string): number | undefined {
  return Object.hasOwn(facts, name) ? readInstant(facts[name]) : undefined;
}

/** Reads dates in the policy's zone (UTC unless it names one): a rule applies from `effectiveFrom` until before `effectiveTo`. */
export function effectiveDates(policy: Policy, zones: ZoneProvider = intlZoneProvider): InForce {
  const sources = dateFacts(policy);
  const zone = policy.zone ?? "UTC";
  return (rule, facts) => {
    if (rule.effectiveFrom === undefined && rule.effectiveTo === undefined) return always;
    const at = sources.map((name) => instantOf(facts, name)).find((instant) => instant !== undefined);
    if (at === undefined) return { inForce: false, missing: sources.join(" or ") };
    const date = localDateOf(at, zone, zones);
    return { inForce: (rule.effectiveFrom ?? date) <= date && (rule.effectiveTo === undefined || date < rule.effectiveTo) };
  };
}
