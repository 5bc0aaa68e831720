import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";

/** From later starts a period may end on a date that there isn't. */
export const latestSure = Date.UTC(9000, 0);

/** Whether nothing would be refused where days are counted: no list of holidays, and a zone that there is. */
export function canBeCounted({ customer }: CaseFile, { packs, zones }: Context): boolean {
  const holidays = packs["public-holidays"];
  const zone = customer?.zone;
  return (holidays === undefined || holidays === null) && (!zone || (typeof zone === "string" && zones.has(zone)));
}
