import type { CaseFile } from "@amends/core/model";
import * as z from "zod";

const country = z.string().regex(/^[A-Z]{2}$/, { error: "must be ISO 3166-1 alpha-2, such as US" });

/** Of parcels that stay within one of these countries, or that cross a border. */
export const laneScopeSchema = z.union([
  z.strictObject({ within: z.array(country).min(1) }),
  z.strictObject({ acrossBorders: z.literal(true) }),
]);

export type LaneScope = z.output<typeof laneScopeSchema>;

/** Whether a parcel travels so; undefined where the case doesn't tell. */
export function travelsAlong(scope: LaneScope, caseFile: CaseFile): boolean | undefined {
  const { from, to } = endsOf(caseFile);
  if ("acrossBorders" in scope) return from && to ? from !== to : undefined;
  if (from && to) return from === to && scope.within.includes(from);
  const known = from || to;
  return known && !scope.within.includes(known) ? false : undefined;
}

/** From which country to which, as the lane says; the order or the customer names the destination where it doesn't. */
function endsOf({ shipment, order, customer }: CaseFile): { from: string; to: string } {
  const [from = "", to = ""] = (shipment?.lane ?? "").toUpperCase().split("-");
  return { from, to: to || (order?.shipTo || customer?.country || "").toUpperCase() };
}
