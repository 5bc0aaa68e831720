import { didYouMean, type Finding } from "@amends/core/errors";
import type { FactPack, PackReader } from "@amends/core/packs";
import type { ZoneProvider } from "@amends/core/time";
import { refusedPack } from "./refused-pack.js";

/** The zones that a pack was last held to. */
const heldTo = new WeakMap<FactPack<unknown>, ZoneProvider>();

/**
 * A host's pack as read, undefined where there is none. A zone that there is not is refused whatever is asked, or it would be found
 * out by the first case that hangs on it; a pack that was read isn't looked through again.
 *
 * @throws {AmendsError} of code `pack_invalid`.
 */
export function readHostPack<Value>(reader: PackReader<Value>, host: unknown, zones: ZoneProvider): FactPack<Value> | undefined {
  if (host === undefined || host === null) return undefined;
  const pack = reader.read(host);
  if (heldTo.get(pack) === zones) return pack;
  const findings = [
    { path: "zone", zone: pack.zone },
    ...pack.facts.map(({ zone }, index) => ({ path: `facts[${index}].zone`, zone })),
  ].flatMap(({ path, zone }) => (zone === undefined || zones.has(zone) ? [] : [unknownZone(zone, path, zones)]));
  if (findings.length > 0) throw refusedPack(pack.pack, findings);
  heldTo.set(pack, zones);
  return pack;
}

function unknownZone(zone: string, path: string, zones: ZoneProvider): Finding {
  return {
    code: "zone_unknown",
    message: `"${zone}" is not a time zone`,
    path,
    expected: "an IANA name such as Asia/Tokyo",
    fix: "name the place whose dates these are, or leave it out where they are UTC's",
    ...didYouMean(zone, zones.names?.() ?? []),
  };
}
