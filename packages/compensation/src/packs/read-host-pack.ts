import { didYouMean, quotable, RefusalMemory, type Finding } from "@amends/core/errors";
import type { FactPack, PackReader } from "@amends/core/packs";
import type { ZoneProvider } from "@amends/core/time";
import { refusedPack } from "./refused-pack.js";

/** The zones that a pack was last held to. */
const heldTo = new WeakMap<FactPack<unknown>, ZoneProvider>();

/** The packs with zones that these zones have not. */
const refusedBy = new WeakMap<ZoneProvider, RefusalMemory>();

/**
 * A host's pack as read, undefined where there is none. A zone that there is not is refused whatever is asked, or it would be found
 * out by the first case that hangs on it; a pack that was read or refused isn't looked through again.
 *
 * @throws {AmendsError} of code `pack_invalid`.
 */
export function readHostPack<Value>(reader: PackReader<Value>, host: unknown, zones: ZoneProvider): FactPack<Value> | undefined {
  if (host === undefined || host === null) return undefined;
  const pack = reader.read(host);
  if (heldTo.get(pack) === zones) return pack;
  let refusals = refusedBy.get(zones);
  if (refusals === undefined) refusedBy.set(zones, (refusals = new RefusalMemory()));
  const refused = refusals.refusalOf(pack);
  if (refused !== undefined) throw refused;
  const refusal = refusedPack(pack.pack, unknownZones(pack, zones));
  if (refusal !== undefined) throw refusals.refuse(pack, refusal);
  heldTo.set(pack, zones);
  return pack;
}

function* unknownZones(pack: FactPack<unknown>, zones: ZoneProvider): Generator<Finding> {
  if (pack.zone !== undefined && !zones.has(pack.zone)) yield unknownZone(pack.zone, "zone", zones);
  for (const [index, { zone }] of pack.facts.entries())
    if (zone !== undefined && !zones.has(zone)) yield unknownZone(zone, `facts[${index}].zone`, zones);
}

function unknownZone(zone: string, path: string, zones: ZoneProvider): Finding {
  return {
    code: "zone_unknown",
    message: `"${quotable(zone)}" is not a time zone`,
    path,
    expected: "an IANA name such as Asia/Tokyo",
    fix: "name the place whose dates these are, or leave it out where they are UTC's",
    ...didYouMean(zone, zones.names?.() ?? []),
  };
}
