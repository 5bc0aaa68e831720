import { requireList } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import { readInstant } from "../time/parse-instant.js";
import { firstReply } from "./first-reply.js";

const written = ({ ticket }: CaseFile): number => readInstant(ticket?.createdAt) ?? Number.POSITIVE_INFINITY;

/**
 * The cases nobody has touched: open, without an owner and without a reply; the oldest first.
 *
 * @example
 * import { unhandledCases } from "@amends/core/intake";
 * const cases = [{ id: "C-1", ticket: { channel: "email" } }, { id: "C-2", ticket: { channel: "email", owner: "agent-7" } }] as const;
 * unhandledCases(cases).map(({ id }) => id); // => ["C-1"]
 */
export function unhandledCases(cases: readonly CaseFile[]): readonly CaseFile[] {
  requireList(cases, "cases");
  return cases
    .filter(
      (caseFile) =>
        caseFile.ticket && (caseFile.ticket.status ?? "open") === "open" && !caseFile.ticket.owner && firstReply(caseFile) === undefined,
    )
    .toSorted((a, b) => (written(a) === written(b) ? 0 : written(a) - written(b)));
}
