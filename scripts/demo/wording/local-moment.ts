import { localDateOf, localTimeOf, parseInstant, weekdayOf } from "@amends/core/time";

/** A moment on a wall clock. */
export interface LocalMoment {
  /** Such as "Sun 04:10". */
  readonly short: string;
  /** Such as "Sun 8 Mar 2026, 04:10 (UTC−04:00, America/New_York)". */
  readonly long: string;
  /** Such as "UTC−04:00". */
  readonly offset: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An instant of a case file as the wall clock of a zone shows it. */
export function localMoment(instant: string, zone: string): LocalMoment {
  const at = parseInstant(instant);
  const date = localDateOf(at, zone);
  const time = localTimeOf(at, zone).slice(0, 5);
  const weekday = capitalised(weekdayOf(date));
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const offset = offsetText(Date.parse(`${date}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000);
  const dated = `${weekday} ${day} ${months[month - 1] ?? ""} ${year}, ${time}`;
  return { short: `${weekday} ${time}`, long: `${dated} (${offset}, ${zone})`, offset };
}

function offsetText(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `UTC${milliseconds < 0 ? "−" : "+"}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
