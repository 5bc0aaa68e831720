import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { quoted } from "../errors/quoted.js";
import { millisecondsPerDay } from "./epoch-day.js";
import { earliestInstant, latestInstant, type Instant } from "./instant.js";
import { readLeadingDate, readLocalDate, readTwoDigits } from "./local-date.js";

const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * The instant of an ISO 8601 text with an offset; `undefined` for anything else: no offset, an impossible date, another format, a
 * value that isn't a string. Digits beyond milliseconds are dropped.
 *
 * @example
 * import { readInstant } from "@amends/core/time";
 * readInstant("2026-03-03T18:00:00+01:00"); // => 1772557200000
 * readInstant("2026-02-30T18:00:00Z"); // => undefined
 */
export function readInstant(text: unknown): Instant | undefined {
  if (typeof text !== "string") return undefined;
  const place = placeOf(text);
  if (texts[place] === text) return instants[place];
  const at = readPlainInstant(text) ?? readAnyInstant(text);
  if (at !== undefined) {
    texts[place] = text;
    instants[place] = at;
  }
  return at;
}

const remembered = 32;
const texts: string[] = new Array<string>(remembered).fill("1970-01-01T00:00:00Z");
/** Numbers as values of their own: from a list of nothing but numbers, each would be copied whenever it is read. */
const instants: (Instant | undefined)[] = [undefined];
for (let place = 0; place < remembered; place += 1) instants[place] = 0;

/** The few instants of one case are read again and again, so the last ones are kept, told apart by a digit of day, hour and minute. */
function placeOf(text: string): number {
  return (text.charCodeAt(9) ^ (text.charCodeAt(12) << 1) ^ (text.charCodeAt(15) << 2)) & (remembered - 1);
}

/** The instant of a text such as `2026-03-03T17:00:00Z` or `2026-03-03T17:00:00.123Z`, as nearly all are written; `undefined` for others. */
function readPlainInstant(text: string): Instant | undefined {
  const { length } = text;
  if (length !== 20 && length !== 24) return undefined;
  const hours = readTwoDigits(text, 11);
  const minutes = readTwoDigits(text, 14);
  const seconds = readTwoDigits(text, 17);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return undefined;
  if (text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return undefined;
  if (text.charCodeAt(length - 1) !== 90) return undefined;
  let milliseconds = 0;
  if (length === 24) {
    const hundredths = readTwoDigits(text, 20);
    const thousandths = text.charCodeAt(22) - 48;
    if (text.charCodeAt(19) !== 46 || hundredths < 0 || !(thousandths >= 0 && thousandths <= 9)) return undefined;
    milliseconds = hundredths * 10 + thousandths;
  }
  const epochDay = readLeadingDate(text);
  return epochDay === undefined ? undefined : epochDay * millisecondsPerDay + (hours * 3600 + minutes * 60 + seconds) * 1000 + milliseconds;
}

const colon = 58;

function readAnyInstant(text: string): Instant | undefined {
  const parts = pattern.exec(text);
  if (parts === null) return undefined;
  const epochDay = readLocalDate(parts[1] as string);
  if (epochDay === undefined) return undefined;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  const offset = (Number(parts[7] ?? 0) * 3600 + Number(parts[8] ?? 0) * 60) * (parts[6] === "-" ? -1 : 1);
  const milliseconds = Number((parts[5] ?? "").slice(0, 3).padEnd(3, "0"));
  const at = epochDay * millisecondsPerDay + (seconds - offset) * 1000 + milliseconds;
  return at >= earliestInstant && at <= latestInstant ? at : undefined;
}

/**
 * The instant of an ISO 8601 text with an offset. Throws an InvalidCaseError with the code `invalid_instant` and the given path
 * where the text is anything else.
 *
 * @example
 * import { parseInstant } from "@amends/core/time";
 * parseInstant("2026-03-03T17:00:00Z", "ticket.receivedAt"); // => 1772557200000
 */
export function parseInstant(text: string, path = ""): Instant {
  const at = readInstant(text);
  if (at !== undefined) return at;
  const local = typeof text === "string" && readInstant(`${text}Z`) !== undefined;
  throw new InvalidCaseError([
    {
      code: "invalid_instant",
      message: `${quoted(text)} is not an instant`,
      path,
      expected: 'a real date and time in ISO 8601 with an offset, such as "2026-03-03T17:00:00Z"',
      ...(local ? { fix: 'Add the offset: "Z" for UTC, or such as "+01:00".' } : {}),
    },
  ]);
}
