import type { ShipmentStatus } from "@amends/core/model";
import type { ResponsibleParty } from "../templating/template-pack.js";

const holders: Readonly<Record<ShipmentStatus, ResponsibleParty>> = {
  unknown: "carrier",
  info_received: "seller",
  picked_up: "carrier",
  in_transit: "carrier",
  customs: "customs",
  out_for_delivery: "carrier",
  ready_for_pickup: "customer",
  delivered: "customer",
  attempt_failed: "carrier",
  held: "carrier",
  delayed: "carrier",
  returning: "carrier",
  returned: "seller",
  lost: "carrier",
  damaged: "carrier",
  destroyed: "carrier",
  cancelled: "seller",
  stale: "carrier",
};

/**
 * Who holds the parcel, and can move it on, once it has a status.
 *
 * @example
 * import { responsibleParty } from "@amends/replies";
 * responsibleParty("customs"); // => "customs"
 */
export function responsibleParty(status: ShipmentStatus): ResponsibleParty {
  return holders[status];
}
