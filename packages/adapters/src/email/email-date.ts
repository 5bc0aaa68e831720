import { formatInstant } from "@amends/core/time";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The zone names that still stand in e-mails. Source: RFC 5322, section 4.3. Military letters say nothing reliable. */
const zones: Readonly<Record<string, string>> = {
  UT: "+00:00",
  UTC: "+00:00",
  GMT: "+00:00",
  Z: "+00:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

const pattern =
  /^(?:[A-Za-z]{3,9}\s*,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]{0,6}[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*([+-]\d{4}|[A-Za-z]{1,4})$/;

/**
 * The date of an e-mail's header (RFC 5322, obsolete forms too) as ISO 8601 with the writer's offset; undefined where it is no real
 * date or names no zone, for it could then be any of 24 hours.
 */
export function readEmailDate(header: string): string | undefined {
  const parts = pattern.exec(withoutComments(header.slice(0, 200)).trim().replaceAll(/\s+/g, " "));
  if (parts === null) return undefined;
  const [, day = "", monthName = "", yearText = "", hour = "", minute = "", second = "00", zone = ""] = parts;
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  const offset = offsetOf(zone);
  if (month === 0 || offset === undefined) return undefined;
  const two = (text: string | number) => String(text).padStart(2, "0");
  // A leap second counts as the last second of its minute.
  const local = `${yearOf(yearText)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${second === "60" ? "59" : second}`;
  const at = Date.parse(`${local}Z`);
  // Date.parse carries 31 April over to 1 May: such a date must not pass.
  if (Number.isNaN(at) || formatInstant(at) !== `${local}Z`) return undefined;
  return `${local}${offset === "+00:00" ? "Z" : offset}`;
}

/** Source: RFC 5322, section 4.3: two digits below 50 are of this century, three digits count from 1900. */
function yearOf(text: string): string {
  const number = Number(text);
  if (text.length === 4) return text;
  return String(text.length === 2 && number < 50 ? 2000 + number : 1900 + number);
}

function offsetOf(zone: string): string | undefined {
  const name = zone.toUpperCase();
  if (Object.hasOwn(zones, name)) return zones[name];
  const parts = /^([+-])([01]\d|2[0-3])([0-5]\d)$/.exec(zone);
  if (parts === null) return undefined;
  const offset = `${parts[1] as string}${parts[2] as string}:${parts[3] as string}`;
  return offset === "-00:00" ? "+00:00" : offset;
}

function withoutComments(header: string): string {
  let depth = 0;
  let text = "";
  for (const character of header) {
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) text += character;
  }
  return text;
}
