import { didYouMean } from "../../errors/nearest-word.js";
import { quotable, quoted } from "../../errors/quoted.js";
import { currencyCodes, findCurrency } from "../../money/currency.js";
import type { ZoneProvider } from "../../time/zone-provider.js";
import type { PathFinding } from "./check-policy.js";
import { datedBy } from "../decide/dated-by.js";
import type { Policy } from "../policy.js";

/** Currency and zone of a policy, and what dates its rules. */
export function checkHead({ currency, zone, asOf }: Policy, zones: ZoneProvider): PathFinding[] {
  const findings: PathFinding[] = [];
  if (currency !== undefined && findCurrency(currency) === undefined) {
    findings.push({
      code: "currency_unknown",
      message: `there is no currency "${quotable(currency)}"`,
      at: ["currency"],
      expected: "an ISO 4217 code such as USD",
      ...didYouMean(currency, currencyCodes),
    });
  }
  if (zone !== undefined && !zones.has(zone)) {
    findings.push({
      code: "zone_unknown",
      message: `"${quotable(zone)}" is not a time zone`,
      at: ["zone"],
      expected: "an IANA name such as Asia/Tokyo",
      ...didYouMean(zone, zones.names?.() ?? []),
    });
  }
  return [...findings, ...checkAsOf(asOf)];
}

function checkAsOf(asOf: Policy["asOf"]): PathFinding[] {
  return [asOf ?? []].flat().flatMap((text, index): PathFinding[] =>
    datedBy(text) !== undefined
      ? []
      : [
          {
            code: "as_of_invalid",
            message: `${quoted(text)} doesn't say which facts date the rules`,
            at: typeof asOf === "string" ? ["asOf"] : ["asOf", index],
            expected: 'the name of a fact, such as order.placedAt, or several, such as "shipment.importedAt ?? shippedAt"',
          },
        ],
  );
}
