import { formatPath, InvalidCalendarError, InvalidCaseError, type Finding } from "@amends/core/errors";
import { parseCaseFile, type Agent, type ExtraWords } from "@amends/core/model";
import { compileCalendar, type CalendarDefinition, type ZoneProvider } from "@amends/core/time";

/** What a roster and calendars are read with. */
export interface StaffingSources {
  readonly zones: ZoneProvider;
  readonly words?: ExtraWords | undefined;
}

/** A roster as read, with what is wrong with it: agents that can't be read, zones that don't exist, two agents of one id. */
export function readRoster(
  roster: readonly Agent[],
  { zones, words }: StaffingSources,
): { readonly roster: readonly Agent[]; readonly findings: readonly Finding[] } {
  if (!Array.isArray(roster)) {
    const finding = { code: "roster_invalid", message: "the roster is no list", path: "roster", expected: "a list of agents" };
    return { roster: [], findings: [finding] };
  }
  let read: readonly Agent[] = roster;
  // A case's own agents are the same shape, read by the same rules.
  const unread = findingsOf(InvalidCaseError, () => {
    const about = { event: { kind: "case_resolved" }, agents: roster };
    read = parseCaseFile(about, { zones, ...(words === undefined ? {} : { words }) }).agents ?? roster;
  });
  const placed = unread.map((finding) => ({ ...finding, path: (finding.path ?? "").replace(/^agents/, "roster") }));
  return { roster: read, findings: [...placed, ...repeatedIds(roster as readonly unknown[])] };
}

/** What is wrong with calendars, each under its name. */
export function calendarsFindings(calendars: Readonly<Record<string, CalendarDefinition>>, { zones }: StaffingSources): Finding[] {
  if (typeof calendars !== "object" || calendars === null || Array.isArray(calendars))
    return [
      { code: "calendars_invalid", message: "the calendars are no object", path: "calendars", expected: "an object of calendars by name" },
    ];
  return Object.entries(calendars).flatMap(([name, calendar]) => {
    const place = formatPath(["calendars", name]);
    return findingsOf(InvalidCalendarError, () => void compileCalendar(calendar, { zones })).map((finding) => ({
      ...finding,
      path: joined(place, finding.path ?? ""),
    }));
  });
}

const joined = (place: string, path: string): string => (path === "" || path.startsWith("[") ? `${place}${path}` : `${place}.${path}`);

function repeatedIds(roster: readonly unknown[]): Finding[] {
  const ids = roster.map((agent) => (agent as { id?: unknown } | null | undefined)?.id);
  return ids.flatMap((id, index): Finding[] => {
    const first = ids.indexOf(id);
    if (typeof id !== "string" || first === index) return [];
    const message = `two agents have the id ${JSON.stringify(id)}: roster[${first}] and roster[${index}]`;
    return [{ code: "agent_duplicate", message, path: `roster[${index}].id`, expected: "an id of its own for each agent" }];
  });
}

/** The findings of the error that reading throws; none where it throws none. */
function findingsOf(kind: typeof InvalidCaseError | typeof InvalidCalendarError, read: () => void): readonly Finding[] {
  try {
    read();
    return [];
  } catch (error) {
    if (kind.isInstance(error)) return error.findings;
    throw error;
  }
}
