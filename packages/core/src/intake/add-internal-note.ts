import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import { parseInstant } from "../time/parse-instant.js";
import { cleanText } from "./clean-text.js";
import { mergeThread } from "./merge-thread.js";
import { requireAgent, requireTicket } from "./require-ticket.js";
import type { ThreadMessage } from "./thread-message.js";

/** What an agent writes for the others. */
export interface InternalNote {
  /** Default: made of the agent, the instant and the place in the thread. */
  readonly id?: string;
  readonly at: string;
  readonly agent: string;
  readonly text: string;
}

/**
 * The case with a note that the customer never sees: a message of the thread marked `internal`, never part of the ticket's text. A
 * note with an id that is there already changes nothing.
 *
 * @throws {InvalidCaseError} where there is no ticket, no agent, no text, or the instant can't be read.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { addInternalNote } from "@amends/core/intake";
 * const noted = addInternalNote({ ticket: { channel: "email", text: "Hi" } }, { at: "2026-03-03T15:00:00Z", agent: "agent-7", text: "Called DHL." });
 * noted.ticket?.messages?.[0]?.internal; // => true
 * noted.ticket?.text; // => "Hi"
 */
export function addInternalNote(caseFile: CaseFile, note: InternalNote): CaseFile {
  const ticket = requireTicket(caseFile);
  requireObject(note, "note");
  const agent = requireAgent(note.agent);
  parseInstant(note.at, "note.at");
  const text = typeof note.text === "string" ? cleanText(note.text).trim() : "";
  if (text === "")
    throw new InvalidCaseError([{ code: "case_value_missing", message: "the note is empty", path: "note.text", expected: "a text" }]);
  const messages: readonly ThreadMessage[] = ticket.messages ?? [];
  const id = note.id ?? `note:${agent}:${note.at}:${messages.length + 1}`;
  if (messages.some((message) => message.internal === true && message.id === id)) return caseFile;
  const added: ThreadMessage = { id, at: note.at, from: "agent", text, internal: true, agent };
  return { ...caseFile, ticket: { ...ticket, messages: mergeThread([...messages, added]) } };
}
