import type { Instant } from "./instant.js";
import type { ZoneProvider } from "./zone-provider.js";

/** What a release of the tz database was the first to say: the offset of a zone, in seconds, at an instant. */
interface Change {
  readonly zone: string;
  readonly at: Instant;
  readonly offset: number;
}

/**
 * Releases that can be told by what clocks show, newest first. Each was compared with the data of the release itself; those in between
 * say nothing new of clocks since 2020, or can't be told apart. Source: the NEWS of the tz database.
 */
const releases: readonly { readonly release: string; readonly changes: readonly Change[] }[] = [
  { release: "2026d", changes: [{ zone: "America/Inuvik", at: Date.UTC(2026, 11, 1), offset: -21_600 }] },
  {
    release: "2026c",
    changes: [
      { zone: "America/Vancouver", at: Date.UTC(2026, 11, 1), offset: -25_200 },
      { zone: "America/Edmonton", at: Date.UTC(2026, 11, 1), offset: -21_600 },
      { zone: "Africa/Casablanca", at: Date.UTC(2026, 9, 1), offset: 0 },
      { zone: "Europe/Chisinau", at: Date.UTC(2022, 2, 27, 0, 30), offset: 7200 },
    ],
  },
  { release: "2025b", changes: [{ zone: "America/Coyhaique", at: Date.UTC(2025, 6, 1), offset: -10_800 }] },
];

/**
 * The newest release of the tz database whose changes a source of offsets shows with those of all releases before it, such as
 * `"2026c or later"`; `"before 2025b"` where it shows none. For sources that don't tell their version, such as `Intl`.
 */
export function releaseShownBy({ has, offsetAt }: Pick<ZoneProvider, "has" | "offsetAt">): string {
  const oldestFirst = releases.toReversed();
  const shows = ({ zone, at, offset }: Change) => has(zone) && offsetAt(zone, at) === offset;
  const missing = oldestFirst.findIndex(({ changes }) => !changes.every(shows));
  const shown = missing === -1 ? oldestFirst.at(-1) : oldestFirst[missing - 1];
  return shown === undefined ? `before ${oldestFirst[0]?.release}` : `${shown.release} or later`;
}
