import { countingIds, type IdSource } from "../contracts/id-source.js";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { quoted } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import type { Agent } from "../model/agent.js";
import type { CaseFile } from "../model/case-file.js";
import type { CalendarDefinition } from "../time/calendar-definition.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import type { Instant } from "../time/instant.js";
import { readInstant } from "../time/parse-instant.js";
import type { ZoneProvider } from "../time/zone-provider.js";

/** Everything a stage may look at beside the case and its policies: values only. A case's own agents and calendars go first. */
export interface Context {
  readonly now: Instant;
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly roster: readonly Agent[];
  readonly zones: ZoneProvider;
  /** Data packs by name: templates, law, carriers, knowledge. */
  readonly packs: Readonly<Record<string, unknown>>;
  readonly newId: IdSource;
}

/**
 * A context with everything that is not given left empty.
 *
 * @example
 * import { createContext } from "@amends/core/stage";
 * createContext({ now: 0 }).roster; // => []
 */
export function createContext(context: Partial<Context> & Pick<Context, "now">): Context {
  requireObject(context, "context");
  return contextAt(context.now, context);
}

function contextAt(now: Instant, given: Partial<Context>): Context {
  return {
    now,
    calendars: given.calendars ?? {},
    roster: given.roster ?? [],
    zones: given.zones ?? intlZoneProvider,
    packs: given.packs ?? {},
    newId: given.newId ?? countingIds(),
  };
}

/**
 * The context a stage decides in: the case's own clock goes before the context's.
 *
 * @throws {InvalidCaseError} where neither the case nor the context says what time it is, or the case's clock can't be read.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 *
 * @example
 * import { contextFor } from "@amends/core/stage";
 * contextFor({ now: "1970-01-01T00:00:01Z" }, { now: 5000 }).now; // => 1000
 */
export function contextFor(caseFile: CaseFile, context: Partial<Context> = {}): Context {
  requireObject(caseFile, "caseFile");
  requireObject(context, "context");
  const own = readInstant(caseFile.now);
  if (own === undefined && caseFile.now !== undefined && caseFile.now !== null && caseFile.now !== "") {
    const message = `${quoted(caseFile.now)} is not an instant`;
    throw new InvalidCaseError([
      { code: "now_invalid", message, path: "now", expected: "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z" },
    ]);
  }
  const now = own ?? context.now;
  if (now === undefined) {
    throw new InvalidCaseError([
      {
        code: "now_missing",
        message: "neither the case nor the context says what time it is",
        path: "now",
        fix: 'add "now" to the case, or pass a context with one',
      },
    ]);
  }
  return contextAt(now, context);
}
