import type { BindingDate, CarrierClaim, CaseFile } from "@amends/core/model";
import type { FiredRule } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { formatInstant, readInstant, zoneOfCountry } from "@amends/core/time";
import { addSpan } from "./add-span.js";
import type { Span } from "./span.js";

/** A deadline rule that fired. */
export type DeadlineRule = FiredRule<{
  readonly type: "deadline";
  readonly params: { readonly kind: string; readonly from: string; readonly within: Span };
}>;

/**
 * The dates that bind a case, earliest first: those of the rules that fired, and the carrier's filing deadline. Days run by the
 * customer's local calendar, or UTC's where neither zone nor country tells. A rule whose start nobody knows yields none; `missing` names the start.
 */
export function bindingDates(
  rules: readonly DeadlineRule[],
  read: (fact: string) => unknown,
  carrierClaim: CarrierClaim | null,
  caseFile: CaseFile,
  context: Context,
): { deadlines: BindingDate[]; missing: string[] } {
  const { zone: given, country } = caseFile.customer ?? {};
  const zone = given || zoneOfCountry(country ?? "", context.zones) || "UTC";
  const missing: string[] = [];
  const deadlines = rules.flatMap((rule): BindingDate[] => {
    const { kind, from, within } = rule.event.params;
    const start = readInstant(read(from));
    if (start === undefined) {
      missing.push(from);
      return [];
    }
    const at = formatInstant(addSpan(start, within, zone, context.zones));
    return [{ kind, at, source: rule.source ?? `${rule.policy} ${rule.version}`, because: rule.because ?? rule.rule }];
  });
  if (carrierClaim?.fileBy && carrierClaim.source !== null) {
    const because = `the claim with ${carrierClaim.carrier} must be filed by then`;
    deadlines.push({ kind: "carrier_claim", at: carrierClaim.fileBy, source: carrierClaim.source, because });
  }
  return { deadlines: deadlines.sort((one, other) => (readInstant(one.at) as number) - (readInstant(other.at) as number)), missing };
}
