import { argumentInvalid, requireObject } from "../../errors/require-argument.js";
import type { Instant } from "../instant.js";
import { InvalidZoneFileError } from "./invalid-zone-file-error.js";
import { offsetByRule, parseZoneRule, type ZoneRule } from "./zone-rule.js";

/** The offsets of one zone, as its file tells them. */
export interface ZoneFile {
  /** Version of the format: 1 to 4. */
  readonly version: number;
  /** The instants at which the offset changes or something else does, in order. */
  readonly transitions: Float64Array;
  /** Seconds to add to UTC from the transition of the same index on. */
  readonly offsets: Int32Array;
  /** Seconds to add to UTC before the first transition. */
  readonly offsetBefore: number;
  /** What holds after the last transition; without it the last offset stays. */
  readonly rule: ZoneRule | undefined;
}

const headerLength = 44;
const largestOffset = 26 * 3600;

interface Header {
  readonly version: number;
  readonly universalCount: number;
  readonly standardCount: number;
  readonly leapCount: number;
  readonly timeCount: number;
  readonly typeCount: number;
  readonly nameCount: number;
}

/**
 * Reads a compiled time zone file (TZif, RFC 9636, versions 1 to 4), such as those in `/usr/share/zoneinfo`. Takes its bytes and reads
 * nothing else. Times are those of version 2 and up where the file has them; a file of version 1 keeps its last offset for ever.
 *
 * Throws an InvalidZoneFileError for bytes that aren't such a file, are cut off or contradict themselves, and for files that count leap
 * seconds (those below `right/`): epoch milliseconds don't.
 *
 * @example
 * import { offsetInZoneFile, parseZoneFile } from "@amends/core/time/zone-files";
 * const block = "TZif2".padEnd(39, "\0") + "\x01\0\0\0\x04" + "\0\0\x0e\x10\0\0" + "CET\0"; // one local time, no change
 * const text = `${block}${block}\nCET-1CEST,M3.5.0,M10.5.0/3\n`;
 * const file = parseZoneFile(new TextEncoder().encode(text));
 * offsetInZoneFile(file, Date.UTC(2026, 6, 1)); // => 7200
 */
export function parseZoneFile(bytes: Uint8Array): ZoneFile {
  if (!ArrayBuffer.isView(bytes)) throw argumentInvalid(bytes, "bytes", "the bytes of a zone file, as a Uint8Array");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readHeader(view, 0);
  if (first.version === 1) return { ...readBlock(view, headerLength, first, 4), version: 1, rule: undefined };
  const second = headerLength + blockLength(first, 4);
  const header = readHeader(view, second);
  const start = second + headerLength;
  const block = readBlock(view, start, header, 8);
  return { ...block, version: first.version, rule: readFooter(bytes, start + blockLength(header, 8)) };
}

/**
 * Seconds to add to UTC at an instant to get the wall clock of a file's zone.
 *
 * @example
 * import { offsetInZoneFile, parseZoneFile } from "@amends/core/time/zone-files";
 * const file = { version: 1, transitions: Float64Array.of(0), offsets: Int32Array.of(3600), offsetBefore: 561, rule: undefined };
 * offsetInZoneFile(file, -1); // => 561
 * offsetInZoneFile(file, 0); // => 3600
 */
export function offsetInZoneFile(file: ZoneFile, at: Instant): number {
  requireObject(file, "file");
  const { transitions, offsets, offsetBefore, rule } = file;
  let low = 0;
  let high = transitions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((transitions[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  if (low === transitions.length && rule !== undefined) return offsetByRule(rule, at);
  return low === 0 ? offsetBefore : (offsets[low - 1] as number);
}

function readHeader(view: DataView, at: number): Header {
  if (view.byteLength < at + headerLength) {
    throw at === 0 ? notTzif() : new InvalidZoneFileError({ code: "zone_file_cut_off", message: "ends before its second header" });
  }
  if (view.getUint32(at) !== 0x545a6966) throw at === 0 ? notTzif() : malformed("has no second header where its first block ends");
  const written = view.getUint8(at + 4);
  if (written !== 0 && !(written >= 0x32 && written <= 0x39)) throw malformed("is of no version of the format");
  const count = (index: number): number => view.getUint32(at + 20 + index * 4);
  return {
    version: written === 0 ? 1 : written - 0x30,
    universalCount: count(0),
    standardCount: count(1),
    leapCount: count(2),
    timeCount: count(3),
    typeCount: count(4),
    nameCount: count(5),
  };
}

function blockLength({ universalCount, standardCount, leapCount, timeCount, typeCount, nameCount }: Header, timeSize: 4 | 8): number {
  return timeCount * (timeSize + 1) + typeCount * 6 + nameCount + leapCount * (timeSize + 4) + standardCount + universalCount;
}

function readBlock(view: DataView, start: number, header: Header, timeSize: 4 | 8): Omit<ZoneFile, "version" | "rule"> {
  const { timeCount, typeCount, nameCount, leapCount, standardCount, universalCount } = header;
  if (view.byteLength < start + blockLength(header, timeSize))
    throw new InvalidZoneFileError({ code: "zone_file_cut_off", message: "is shorter than its header says" });
  if (leapCount > 0) {
    throw new InvalidZoneFileError({
      code: "zone_file_leap_seconds",
      message: 'counts leap seconds; take the file of the same name that lies outside "right/"',
    });
  }
  if (typeCount === 0) throw malformed("has no local time at all");
  if ([standardCount, universalCount].some((count) => count !== 0 && count !== typeCount)) {
    throw malformed("has another number of indicators than of local times");
  }
  const indices = start + timeCount * timeSize;
  const types = indices + timeCount;
  const typeOffsets = Array.from({ length: typeCount }, (_, index) => {
    const offset = view.getInt32(types + index * 6);
    if (Math.abs(offset) > largestOffset) throw malformed(`is ${offset} seconds off UTC`);
    if (view.getUint8(types + index * 6 + 5) >= nameCount) throw malformed("names a local time by a text that it lacks");
    return offset;
  });
  const transitions = new Float64Array(timeCount);
  const offsets = new Int32Array(timeCount);
  for (let index = 0; index < timeCount; index += 1) {
    const at = start + index * timeSize;
    const seconds = timeSize === 4 ? view.getInt32(at) : Number(view.getBigInt64(at));
    const offset = typeOffsets[view.getUint8(indices + index)];
    if (offset === undefined) throw malformed("changes to a local time that it lacks");
    if (index > 0 && seconds * 1000 <= (transitions[index - 1] as number)) throw malformed("has changes that aren't in order");
    transitions[index] = seconds * 1000;
    offsets[index] = offset;
  }
  return { transitions, offsets, offsetBefore: typeOffsets[0] as number };
}

function readFooter(bytes: Uint8Array, start: number): ZoneRule | undefined {
  const newline = 0x0a;
  const end = bytes.indexOf(newline, start + 1);
  if (bytes[start] !== newline || end === -1)
    throw new InvalidZoneFileError({ code: "zone_file_cut_off", message: "ends before the rule for the time to come does" });
  return parseZoneRule(String.fromCharCode(...bytes.subarray(start + 1, Math.min(end, start + 513))));
}

const malformed = (message: string): InvalidZoneFileError => new InvalidZoneFileError({ code: "zone_file_malformed", message });

const notTzif = (): InvalidZoneFileError =>
  new InvalidZoneFileError({ code: "zone_file_not_tzif", message: 'has no TZif header; expected bytes that start with "TZif"' });
