/** When a scan was made, as far as its carrier says. */
export interface EventTime {
  /** The clock there: `YYYY-MM-DDTHH:MM:SS`. */
  readonly local: string;
  /** The clock's distance from UTC: `+08:00` or `Z`. Absent where nobody says it. */
  readonly offset?: string;
  /** The instant in UTC. Absent where the offset isn't known. */
  readonly at?: string;
  readonly zoneKnown: boolean;
}

const dateTime =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?\s*(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?$/i;
const offsetText = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const quarter = 15 * 60_000;
const widest = 14 * 3_600_000;

/**
 * A text such as `2026-03-03T15:00:00+08:00`, with or without an offset; undefined for what is no date of the calendar.
 * A date alone counts as its first second, which the caller must say. Nothing is guessed: without an offset there is no
 * instant.
 */
export function readEventTime(text: string): EventTime | undefined {
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone] = dateTime.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (clockOf(local) === undefined) return undefined;
  if (zone === undefined) return { local, zoneKnown: false };
  const offset = readOffset(zone);
  return offset === undefined ? undefined : withOffset(local, offset);
}

/** An offset as carriers write it (`+08:00`, `+8`, `UTC+0800`, `Z`); undefined for zone names, which mean several offsets. */
export function readOffset(text: string): string | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(text.trim())) return "Z";
  const [, sign, hours, minutes = "00"] = offsetText.exec(text.trim()) ?? [];
  if (sign === undefined || hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

/** The same clock time with its offset. */
export function withOffset(local: string, offset: string): EventTime {
  const clock = clockOf(local) ?? 0;
  return { local, offset, at: instantText(clock - offsetOf(offset)), zoneKnown: true };
}

/** The time of a clock, whose instant another field of the same scan gives; undefined where the two can't both be right. */
export function withInstant(local: string, at: string): EventTime | undefined {
  const difference = (clockOf(local) ?? 0) - Date.parse(at);
  if (!(Math.abs(difference) <= widest) || difference % quarter !== 0) return undefined;
  const minutes = Math.abs(difference) / 60_000;
  const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
  return withOffset(local, `${difference < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`);
}

function offsetOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The clock time read as if it were UTC; undefined for a day or an hour that doesn't exist. */
function clockOf(local: string): number | undefined {
  const clock = Date.parse(`${local}Z`);
  return Number.isNaN(clock) || instantText(clock) !== `${local}Z` ? undefined : clock;
}

function instantText(instant: number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}
