import { formatPath, InvalidCaseError, issueMessage, type Finding } from "@amends/core/errors";
import { caseEventLogKinds, caseEventSchema, type CaseEvent } from "@amends/core/events";
import { readInstant, type Instant } from "@amends/core/time";

/** An event that was read. */
export interface LogEvent {
  readonly at: Instant;
  readonly event: CaseEvent;
}

/** Reads one event; everything wrong with it otherwise, with paths below `path`. */
export function readLogEvent(input: unknown, path: readonly PropertyKey[]): LogEvent | readonly Finding[] {
  const parsed = caseEventSchema.safeParse(input);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      code: "event_invalid",
      message: issueMessage(issue),
      path: formatPath([...path, ...issue.path]),
      ...("values" in issue ? { expected: `one of ${issue.values.join(", ")}` } : {}),
    }));
  }
  const at = readInstant(parsed.data.at);
  if (at !== undefined) return { at, event: parsed.data };
  return [{ code: "event_invalid", message: "nobody knows when it was", path: formatPath([...path, "at"]), expected: "an instant" }];
}

/** The error of an event that can't be read. */
export function unreadableEvent(findings: readonly Finding[]): InvalidCaseError {
  return new InvalidCaseError(findings, "The event can't be read:");
}

const rankOf = new Map(caseEventLogKinds.map((kind, rank) => [kind, rank]));

/** By time; at one instant as kinds are listed, and then by all they say: one order, whatever order they came in. */
export function byTime(left: LogEvent, right: LogEvent): number {
  if (left.at !== right.at) return left.at - right.at;
  const ranks = (rankOf.get(left.event.kind) as number) - (rankOf.get(right.event.kind) as number);
  return ranks === 0 ? compareTexts(JSON.stringify(left.event), JSON.stringify(right.event)) : ranks;
}

/** By code units, which every engine orders alike. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
