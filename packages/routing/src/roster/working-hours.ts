import { InvalidCalendarError } from "@amends/core/errors";
import type { Agent, CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import type { CalendarDefinition, CompiledCalendar, Instant } from "@amends/core/time";
import { compiledCalendar } from "./calendar-cache.js";

/** The hours of one calendar in one zone, at the instant of the case. */
export interface Hours {
  /** The name of the calendar. */
  readonly name: string;
  /** Absent where nobody keeps hours (always open), or where the named calendar isn't known (never open). */
  readonly calendar: CompiledCalendar | undefined;
  readonly known: boolean;
  readonly open: boolean;
  /** Now where it is open, else the next opening; `undefined` where none is known to come. */
  readonly opening: Instant | undefined;
}

/** The calendar of whoever names none. */
export const defaultCalendar = "default";

/** The hours that agents keep, each calendar and zone looked at once a case. */
export class WorkingHours {
  readonly #caseFile: CaseFile;
  readonly #context: Context;
  readonly #hours = new Map<string, Hours>();
  readonly #texts = new Map<string, string>();

  constructor(caseFile: CaseFile, context: Context) {
    this.#caseFile = caseFile;
    this.#context = context;
  }

  /** The agent's calendar; its local times are those of the agent's zone where the agent has one, else those of its own zone. */
  of(agent: Pick<Agent, "calendar" | "zone">): Hours {
    const name = agent.calendar === undefined || agent.calendar === null || agent.calendar === "" ? defaultCalendar : agent.calendar;
    const key = `${name}\n${agent.zone ?? ""}`;
    const before = this.#hours.get(key);
    if (before !== undefined) return before;
    const hours = this.#read(name, agent.zone ?? undefined);
    this.#hours.set(key, hours);
    return hours;
  }

  #read(name: string, zone: string | undefined): Hours {
    const { now, zones } = this.#context;
    const definition = this.#definition(name);
    if (definition === undefined) {
      const always = name === defaultCalendar;
      return { name, calendar: undefined, known: always, open: always, opening: always ? now : undefined };
    }
    const calendar = named(name, () => compiledCalendar(definition, this.#text(name, definition), zone, zones));
    const open = calendar.isOpen(now);
    return { name, calendar, known: true, open, opening: open ? now : nextOpening(calendar, now) };
  }

  #text(name: string, definition: CalendarDefinition): string {
    const text = this.#texts.get(name) ?? JSON.stringify(definition);
    this.#texts.set(name, text);
    return text;
  }

  #definition(name: string): CalendarDefinition | undefined {
    return [this.#caseFile.calendars ?? {}, this.#context.calendars].find((calendars) => Object.hasOwn(calendars, name))?.[name];
  }
}

/** The next opening, or `undefined` where the calendar never opens again. */
export function nextOpening(calendar: CompiledCalendar, at: Instant): Instant | undefined {
  try {
    return calendar.nextOpen(at);
  } catch (error) {
    if (InvalidCalendarError.isInstance(error) && error.code === "calendar_exhausted") return undefined;
    throw error;
  }
}

function named<Value>(name: string, compile: () => Value): Value {
  try {
    return compile();
  } catch (error) {
    if (!InvalidCalendarError.isInstance(error)) throw error;
    const findings = error.findings.map((finding) => ({
      ...finding,
      path: finding.path === undefined || finding.path === "" ? `calendars.${name}` : `calendars.${name}.${finding.path}`,
    }));
    throw new InvalidCalendarError(findings, `The calendar "${name}" can't be compiled:`);
  }
}
