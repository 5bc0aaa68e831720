import { requireObject } from "@amends/core/errors";
import { intlZoneProvider, localDateOf, readInstant, type ZoneProvider } from "@amends/core/time";
import type { Shipment, ShipmentEvent, ShipmentStatus } from "@amends/core/model";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { templateLibrary } from "../templating/template-library.js";
import type { ResponsibleParty } from "../templating/template-pack.js";
import { formatMoment } from "../values/format-date.js";
import { isolated, plainText } from "../values/plain-text.js";
import { responsibleParty } from "./responsible-party.js";

export interface TimelineOptions {
  /** The language to write in; English where it has no templates. */
  readonly language: string;
  /** The reader's time zone, an IANA name; UTC where nobody knows it. */
  readonly zone?: string | null | undefined;
  readonly country?: string;
  /** The script, ISO 15924, where the language is written in several: Hant or Hans. */
  readonly script?: string;
  readonly zones?: ZoneProvider;
  /** A host's own templates. */
  readonly templates?: unknown;
}

/** One step of a parcel's way. */
export interface TimelineStep {
  /** ISO 8601; null where the carrier left out the offset. */
  readonly at: string | null;
  /** The date: the reader's where the instant is known, else the place's. */
  readonly date: string;
  readonly when: string;
  readonly status: ShipmentStatus;
  readonly label: string;
  readonly place: string | null;
  readonly party: ResponsibleParty;
  readonly partyLabel: string;
  readonly line: string;
}

/** A parcel's way, oldest step first, as data and as lines of text. */
export interface Timeline {
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly title: string;
  readonly steps: readonly TimelineStep[];
  readonly lines: readonly string[];
}

/**
 * The way of a parcel in the reader's language and time zone, with who held it at each step.
 *
 * @throws {InvalidTemplatesError} where the host's templates can't be used.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { renderTimeline } from "@amends/replies";
 * const shipment = { events: [{ at: "2026-01-27T08:00:00Z", status: "in_transit", place: "Los Angeles" }] };
 * renderTimeline(shipment, { language: "es", zone: "America/New_York" }).steps[0]?.label; // => "en camino"
 */
export function renderTimeline(shipment: Shipment, options: TimelineOptions): Timeline {
  requireObject(shipment, "shipment");
  requireObject(options, "options");
  const library = templateLibrary(options.templates);
  const wanted = library.in(options.language, options.country, options.script);
  const pack = wanted !== undefined && speaksOfParcels(wanted, shipment.events ?? []) ? wanted : library.english();
  return timelineIn(pack, shipment, options.zone ?? undefined, options.zones ?? intlZoneProvider);
}

/** Whether a language has the words for each of the events. */
export function speaksOfParcels({ pack }: CompiledPack, events: readonly ShipmentEvent[]): boolean {
  const words = pack.timeline?.line !== undefined && pack.timeline.title !== undefined;
  return (
    words && events.every(({ status }) => pack.statuses?.[status] !== undefined && pack.parties?.[responsibleParty(status)] !== undefined)
  );
}

/** The timeline in the words of one language, which must speak of all its events. */
export function timelineIn(pack: CompiledPack, shipment: Shipment, zone: string | undefined, zones: ZoneProvider): Timeline {
  const known = zone !== undefined && zones.has(zone) ? zone : "UTC";
  const steps = inOrder(shipment.events ?? []).map((event): TimelineStep => {
    const { status } = event;
    const party = responsibleParty(status);
    const label = pack.pack.statuses?.[status] ?? status;
    const partyLabel = pack.pack.parties?.[party] ?? party;
    const place = plainText(event.place ?? "");
    const moment = momentOf(event, known, zones);
    const when = moment === undefined ? "" : formatMoment(moment.at, pack, moment.zone, zones);
    const values: Values = {
      ...(when === "" ? {} : { when }),
      node: label,
      party: partyLabel,
      ...(place === "" ? {} : { place: isolated(place, pack.rightToLeft) }),
    };
    const rendered = pack.render(pack.pack.timeline?.line ?? "{when} {node}", values);
    return {
      at: event.at ?? null,
      date: moment === undefined ? "" : localDateOf(moment.at, moment.zone, zones),
      when,
      status,
      label,
      place: place === "" ? null : place,
      party,
      partyLabel,
      line: "text" in rendered ? rendered.text : "",
    };
  });
  const title = pack.render(pack.pack.timeline?.title ?? "–", {});
  return {
    language: pack.language,
    rightToLeft: pack.rightToLeft,
    title: "text" in title ? title.text : "",
    steps,
    lines: steps.map(({ line }) => line),
  };
}

/** The events by time where all tell it, else as the carrier lists them. */
function inOrder(events: readonly ShipmentEvent[]): readonly ShipmentEvent[] {
  const timed = events.map((event) => ({ event, at: readInstant(event.at ?? "") ?? Number.NaN }));
  return timed.some(({ at }) => Number.isNaN(at)) ? events : timed.sort((left, right) => left.at - right.at).map(({ event }) => event);
}

/** When an event was on a wall clock: the reader's, or the place's own where the carrier left out the offset. */
function momentOf(event: ShipmentEvent, zone: string, zones: ZoneProvider): { at: number; zone: string } | undefined {
  const at = readInstant(event.at ?? "");
  if (at !== undefined) return { at, zone };
  const local = readInstant(`${event.local ?? ""}Z`);
  return local === undefined || !zones.has("UTC") ? undefined : { at: local, zone: "UTC" };
}
