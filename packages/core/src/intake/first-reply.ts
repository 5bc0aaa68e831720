import type { CaseFile } from "../model/case-file.js";
import { readInstant } from "../time/parse-instant.js";
import type { ThreadMessage } from "./thread-message.js";

/** The first message of an agent or a bot that the customer could see; notes and system messages answer nobody. */
export function firstReply(caseFile: CaseFile): ThreadMessage | undefined {
  const messages: readonly ThreadMessage[] = caseFile.ticket?.messages ?? [];
  const opened = readInstant(caseFile.ticket?.createdAt) ?? Number.NEGATIVE_INFINITY;
  return messages
    .filter(({ from, internal, at }) => (from === "agent" || from === "bot") && internal !== true && (readInstant(at) ?? opened) >= opened)
    .toSorted((a, b) => (readInstant(a.at) ?? opened) - (readInstant(b.at) ?? opened))[0];
}
