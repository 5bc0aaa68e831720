import type { CaseFile, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { proposeRemedies } from "../propose-remedies.js";

/** The clock of the sample offers. */
export const now = "2026-03-03T15:00:00Z";

/** Rates of the day before, young enough to be used. */
export const rates = { base: "USD", date: "2026-03-02", rates: { EUR: "0.92", JPY: "150" } };

/** What is offered for a case; a test of offers fails where nothing is decided. */
export function offer(given: Partial<CaseFile>, policies?: readonly Policy[]): Remedies {
  const remedies = proposeRemedies({ id: "C-1", now, ticket: { channel: "email" }, ...given }, policies);
  if ("undecided" in remedies) throw new Error("undecided");
  return remedies;
}

/** The remedies of an offer, in its order. */
export const kinds = ({ choices }: Remedies) => choices.map(({ remedy }) => remedy);
