import type { TrackingEvent } from "@amends/core/contracts";

/**
 * Scans without repetitions, by their instants where all have one, else by the clocks where they were made. Scans of the
 * same time stay as the carrier lists them. The legs of a parcel's way repeat each other's scans: two that tell the same
 * of the same time are one, and the one whose offset is known stays.
 */
export function orderEvents(events: readonly TrackingEvent[]): readonly TrackingEvent[] {
  const single = withoutRepetitions(events);
  const key = single.every(({ at }) => at !== undefined)
    ? ({ at }: TrackingEvent) => Date.parse(at ?? "")
    : ({ local }: TrackingEvent) => Date.parse(`${local}Z`);
  return single.toSorted((left, right) => key(left) - key(right));
}

function withoutRepetitions(events: readonly TrackingEvent[]): readonly TrackingEvent[] {
  const tells = ({ code, text, place }: TrackingEvent) => JSON.stringify([code, text, place]);
  const known = events.filter(({ at }) => at !== undefined);
  const clocksOfKnown = new Set(known.map((event) => `${event.local} ${tells(event)}`));
  const seen = new Set<string>();
  return events.filter((event) => {
    const id = `${event.at ?? event.local} ${tells(event)}`;
    if (seen.has(id) || (event.at === undefined && clocksOfKnown.has(id))) return false;
    seen.add(id);
    return true;
  });
}
