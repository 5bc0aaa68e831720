import type { CaseFile } from "@amends/core/model";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { RemedyDefinition } from "../remedies/remedy-definition.js";

type Payouts = NonNullable<CaseFile["payouts"]>;

/** The payouts of a case that gave money back; what else was given doesn't lessen what may be refunded. */
export function refundsOf({ payouts }: CaseFile, catalogue: RemedyCatalogue): Payouts {
  const named: Readonly<Record<string, RemedyDefinition>> = catalogue;
  return (payouts ?? []).filter(({ remedy }) => remedy && Object.hasOwn(named, remedy) && named[remedy]?.paysBack !== null);
}
