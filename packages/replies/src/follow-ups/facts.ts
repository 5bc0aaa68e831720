import { booleanFact, type FactCatalogue } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** When the case was resolved: what the ticket says, else the event that says so. */
export function resolvedAt({ ticket, event }: CaseFile): Instant | undefined {
  return readInstant(ticket?.resolvedAt ?? "") ?? (event?.kind === "case_resolved" ? readInstant(event.at ?? "") : undefined);
}

/** What the policies of follow-ups read beyond the facts of every case. */
export const followUpFacts = {
  "case.askedBack": booleanFact({
    description: "Whether there is anything to ask back about: a conversation, or an event that says a case is resolved.",
    example: true,
    derive: ({ ticket, event }) => (ticket ?? null) !== null || event?.kind === "case_resolved",
  }),
  "case.hadIssue": booleanFact({
    description:
      "Whether something had to be solved: false where the message was of a kind that leaves nothing to solve, nobody complained, no remedy was decided and no event says that the case is resolved.",
    example: true,
    derive: ({ classification, remedies, event }, { parameter }) => {
      const kinds = parameter("nothingSolved");
      const ofThoseKinds = classification !== undefined && Array.isArray(kinds) && kinds.includes(classification.issueType);
      const offered = remedies !== undefined && !("undecided" in remedies) && (remedies.tier ?? null) !== null;
      return !ofThoseKinds || classification.isComplaint || offered || event?.kind === "case_resolved";
    },
  }),
  "case.complaint": booleanFact({
    description: "Whether the case is a complaint: what the classification says, else the data of the event.",
    example: true,
    derive: ({ classification, event }) => {
      const told = event?.data?.["isComplaint"];
      return classification?.isComplaint ?? (typeof told === "boolean" ? told : undefined);
    },
  }),
} satisfies FactCatalogue;
