import type { BindingDate, CarrierClaim, CaseFile } from "@amends/core/model";
import type { FiredRule } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { formatInstant, readInstant, zoneOfCountry } from "@amends/core/time";
import { addSpan } from "./add-span.js";
import { factSpan } from "./fact-span.js";
import type { Span } from "./span.js";
import { firstStart } from "./start-of.js";

/** A deadline rule that fired: with a span of its own, or with the fact of a pack that has it. */
export type DeadlineRule = FiredRule<{
  readonly type: "deadline";
  readonly params: {
    readonly kind: string;
    readonly from?: string | undefined;
    readonly within?: Span | undefined;
    readonly fact?: string | undefined;
  };
}>;

/**
 * The dates that bind a case, earliest first: those of the rules that fired, and the carrier's filing deadline. Days run by the
 * customer's local calendar, or UTC's where neither zone nor country tells. A rule whose start nobody knows, or whose fact holds
 * nothing on the case's date, yields none; `missing` names the start, or the fact.
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
    const { kind, from, within, fact } = rule.event.params;
    const told = { source: rule.source ?? `${rule.policy} ${rule.version}`, because: rule.because ?? rule.rule };
    if (fact !== undefined) {
      const span = factSpan(fact, caseFile, context);
      const start = span === undefined ? { missing: `packs.${fact}` } : firstStart(caseFile, span.from);
      if (span === undefined || "missing" in start) {
        if ("missing" in start) missing.push(start.missing);
        return [];
      }
      const at = formatInstant(addSpan(start.at, span.within, zone, context.zones));
      return [{ kind, at, source: rule.source ?? span.source, because: rule.because ?? span.because, fact }];
    }
    const start = from === undefined ? undefined : readInstant(read(from));
    if (start === undefined || within === undefined) {
      if (from !== undefined) missing.push(from);
      return [];
    }
    return [{ kind, at: formatInstant(addSpan(start, within, zone, context.zones)), ...told }];
  });
  if (carrierClaim?.fileBy && carrierClaim.source !== null) {
    const because = `the claim with ${carrierClaim.carrier} must be filed by then`;
    deadlines.push({ kind: "carrier_claim", at: carrierClaim.fileBy, source: carrierClaim.source, because });
  }
  return { deadlines: deadlines.sort((one, other) => (readInstant(one.at) as number) - (readInstant(other.at) as number)), missing };
}
