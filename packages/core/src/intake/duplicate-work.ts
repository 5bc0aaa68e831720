import { requireObject } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import { parseDuration } from "../time/parse-duration.js";
import { parseInstant, readInstant } from "../time/parse-instant.js";
import defaults from "./intake-defaults.json" with { type: "json" };
import { requireAgent, requireTicket } from "./require-ticket.js";
import type { ThreadMessage } from "./thread-message.js";

/** Somebody else who works on a ticket. */
export interface OtherWorker {
  /** Null where the thread doesn't say which agent wrote. */
  readonly agent: string | null;
  readonly because: "owner" | "recent_message";
  /** When the message was written. */
  readonly at?: string;
}

/** Whether an agent would do what somebody else is doing. */
export interface DuplicateWork {
  readonly duplicate: boolean;
  readonly others: readonly OtherWorker[];
}

/**
 * Who else works on a ticket: another owner, or an agent who wrote (a reply or a note) within the interval before `at`, ISO 8601,
 * by default PT30M. A message without its agent's id counts as somebody else's unless the asking agent owns the ticket.
 *
 * @throws {InvalidCaseError} where there is no ticket or no agent, or `at` or `within` can't be read.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { duplicateWork } from "@amends/core/intake";
 * const caseFile = { ticket: { channel: "email", owner: "agent-7" } } as const;
 * duplicateWork(caseFile, { agent: "agent-8", at: "2026-03-03T15:00:00Z" }).others; // => [{ agent: "agent-7", because: "owner" }]
 */
export function duplicateWork(
  caseFile: CaseFile,
  asking: { readonly agent: string; readonly at: string; readonly within?: string },
): DuplicateWork {
  const ticket = requireTicket(caseFile);
  requireObject(asking, "asking");
  const agent = requireAgent(asking.agent);
  const at = parseInstant(asking.at, "at");
  const since = at - parseDuration(asking.within ?? defaults.duplicateWorkWithin, "within") * 1000;
  const messages: readonly ThreadMessage[] = ticket.messages ?? [];
  const recent = messages.flatMap((message): OtherWorker[] => {
    const written = readInstant(message.at);
    if (message.from !== "agent" || !message.at || written === undefined || written < since || written > at) return [];
    if (message.agent === agent || (message.agent === undefined && ticket.owner === agent)) return [];
    return [{ agent: message.agent ?? null, because: "recent_message", at: message.at }];
  });
  const others: OtherWorker[] = [
    ...(ticket.owner && ticket.owner !== agent ? [{ agent: ticket.owner, because: "owner" as const }] : []),
    ...recent,
  ];
  return { duplicate: others.length > 0, others };
}
