import { daysInTransit, latest } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant, zoneOfCountry } from "@amends/core/time";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { formatDate } from "./format-date.js";
import { isolated, plainText } from "./plain-text.js";

/** What any template may say of a case: customer, order and parcel. A value the case lacks is left out. */
export function caseValues(caseFile: CaseFile, pack: CompiledPack, context: Context): Values {
  const { customer, order, shipment } = caseFile;
  const last = latest(shipment);
  const zone = customerZone(caseFile, context);
  const at = readInstant(last?.at ?? "");
  const local = readInstant(`${last?.local ?? ""}Z`);
  const texts = {
    name: withoutHonorific(customer?.name, pack.pack.honorific),
    order: order?.id,
    trackingNumber: shipment?.trackingNumber,
    item: order?.items?.[0]?.title,
    place: last?.place,
  };
  const plain = Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const text = plainText(value ?? "");
    return text === "" ? [] : [[key, isolated(text, pack.rightToLeft)]];
  });
  const days = daysInTransit(caseFile, context.now);
  const node = last === undefined ? undefined : pack.pack.statuses?.[last.status];
  return {
    ...Object.fromEntries(plain),
    ...(days === undefined || days < 0 ? {} : { days }),
    ...(typeof shipment?.laneAverageDays === "number" ? { averageDays: Math.round(shipment.laneAverageDays * 10) / 10 } : {}),
    ...(node === undefined ? {} : { node }),
    ...(at !== undefined
      ? { date: formatDate(at, pack, zone ?? "UTC", context.zones) }
      : local === undefined
        ? {}
        : { date: formatDate(local, pack, "UTC", context.zones) }),
  };
}

/** The name without the word of address that the greeting adds. */
function withoutHonorific(name: string | null | undefined, honorific: string | undefined): string | null | undefined {
  const bare = name?.trim();
  if (bare === undefined || honorific === undefined || bare === honorific) return name;
  if (bare.startsWith(honorific)) return bare.slice(honorific.length);
  return bare.endsWith(honorific) ? bare.slice(0, -honorific.length) : name;
}

/** The customer's time zone: the given one, else that of a country whose clocks all agree; undefined where neither tells. */
export function customerZone({ customer }: CaseFile, { zones }: Context): string | undefined {
  const given = customer?.zone ?? undefined;
  if (given === undefined) return zoneOfCountry(customer?.country, zones);
  return zones.has(given) ? given : undefined;
}
