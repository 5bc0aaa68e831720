import { intlZoneProvider } from "../../time/intl-zone-provider.js";
import type { ZoneProvider } from "../../time/zone-provider.js";
import { rulesInForce, type InForce } from "../built/rules-in-force.js";
import { datedBy } from "./dated-by.js";
import type { Policy } from "../policy.js";

/** Whether any rule of a policy has dates. */
export function isDated(policy: Policy): boolean {
  return policy.rules.some((rule) => rule.effectiveFrom !== undefined || rule.effectiveTo !== undefined);
}

/** The facts a dated policy takes its date from, the first known one counting. */
export function dateFacts(policy: Policy): readonly string[] {
  return isDated(policy) ? [policy.asOf ?? "now"].flat().flatMap((text) => datedBy(text) ?? [text]) : [];
}

/** Reads dates in the policy's zone (UTC unless it names one): a rule applies from `effectiveFrom` until before `effectiveTo`. */
export function effectiveDates(policy: Policy, zones: ZoneProvider = intlZoneProvider): InForce {
  return rulesInForce(dateFacts(policy), policy.zone ?? "UTC", zones);
}
