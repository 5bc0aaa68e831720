import { caseEventLogKinds, caseEventSchema, type CaseEvent } from "@amends/core/events";
import { formatPath, InvalidCaseError, issueMessage, type Finding } from "@amends/core/errors";
import { readInstant, type Instant } from "@amends/core/time";

/** An event that was read. */
export interface LogEvent {
  readonly at: Instant;
  readonly event: CaseEvent;
}

const mostStars = 5;

/**
 * Reads one event of a log; everything wrong with it otherwise, with paths below `path`.
 */
export function readEvent(input: unknown, path: readonly PropertyKey[]): LogEvent | readonly Finding[] {
  const parsed = caseEventSchema.safeParse(input);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      code: "event_invalid",
      message: issueMessage(issue),
      path: formatPath([...path, ...issue.path]),
      ...("values" in issue ? { expected: `one of ${issue.values.join(", ")}` } : {}),
    }));
  }
  const event = parsed.data;
  const at = readInstant(event.at);
  const findings: Finding[] = [];
  if (at === undefined) {
    findings.push({
      code: "event_invalid",
      message: "nobody knows when it was",
      path: formatPath([...path, "at"]),
      expected: "an instant",
    });
  }
  const { rating } = event;
  if (event.kind === "rated" && !(typeof rating === "number" && rating >= 1 && rating <= mostStars)) {
    findings.push({
      code: "event_invalid",
      message: typeof rating === "number" ? `${rating} is no rating` : "the rating is missing",
      path: formatPath([...path, "rating"]),
      expected: `a whole number from 1 to ${mostStars}`,
    });
  }
  return at === undefined || findings.length > 0 ? findings : { at, event };
}

/** The error of an event that can't be read. */
export function unreadable(findings: readonly Finding[]): InvalidCaseError {
  return new InvalidCaseError(findings, "The event can't be read:");
}

const rankOf = new Map(caseEventLogKinds.map((kind, rank) => [kind, rank]));

/** By time; at one instant as kinds are listed, and then by all they say: one order, whatever order they came in. */
export function byTime(left: LogEvent, right: LogEvent): number {
  if (left.at !== right.at) return left.at - right.at;
  const ranks = (rankOf.get(left.event.kind) as number) - (rankOf.get(right.event.kind) as number);
  if (ranks !== 0) return ranks;
  return compareTexts(JSON.stringify(left.event), JSON.stringify(right.event));
}

/** By code units, which every engine orders alike. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
