/** What a zone file says, to make its bytes of. */
export interface ZoneFileContent {
  /** Default: 2. */
  readonly version?: number;
  /** Offsets in seconds, the first that of the time before all changes. */
  readonly offsets: readonly number[];
  /** Seconds of the epoch, each with the index of the offset that holds from then on. */
  readonly changes?: readonly (readonly [at: number, offset: number])[];
  readonly footer?: string;
  readonly leapSeconds?: number;
}

/** The bytes of a zone file, of version 1 with times of 32 bits, else with an empty first block and times of 64. */
export function encodeZoneFile(content: ZoneFileContent): Uint8Array {
  const version = content.version ?? 2;
  if (version === 1) return Uint8Array.from(block(content, 0, 4));
  const footer = [...`\n${content.footer ?? ""}\n`].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from([...block({ offsets: [0] }, version, 4), ...block(content, version, 8), ...footer]);
}

function block({ offsets, changes = [], leapSeconds = 0 }: ZoneFileContent, version: number, timeSize: 4 | 8): number[] {
  const number = (value: number, size: number): number[] =>
    Array.from({ length: size }, (_, index) => Number((BigInt(value) >> BigInt(8 * (size - 1 - index))) & 0xffn));
  const counts = [0, 0, leapSeconds, changes.length, offsets.length, 4];
  return [
    0x54,
    0x5a,
    0x69,
    0x66,
    version === 0 ? 0 : 0x30 + version,
    ...Array.from({ length: 15 }, () => 0),
    ...counts.flatMap((count) => number(count, 4)),
    ...changes.flatMap(([at]) => number(at, timeSize)),
    ...changes.map(([, offset]) => offset),
    ...offsets.flatMap((offset) => [...number(offset, 4), 0, 0]),
    0x4c,
    0x4d,
    0x54,
    0,
    ...Array.from({ length: leapSeconds * (timeSize + 4) }, () => 0),
  ];
}
