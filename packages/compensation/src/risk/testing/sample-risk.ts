import type { CaseFile, Risk } from "@amends/core/model";
import { scoreRisk } from "../score-risk.js";

/** The clock of the sample scores. */
export const now = "2026-03-03T15:00:00Z";

/** An amount in the currency of the sample orders. */
export const usd = (amount: string) => ({ amount, currency: "USD" });

/** The risk of a case; a test of scores fails where nothing is decided. */
export function score(given: Partial<CaseFile>): Risk {
  const risk = scoreRisk({ now, ticket: { channel: "email" }, ...given });
  if ("undecided" in risk) throw new Error("undecided");
  return risk;
}

/** An angry text that carries these signals. */
export const said = (signals: string[]) =>
  ({ signals, sentiment: "angry", intensity: 1, isComplaint: true }) as unknown as NonNullable<CaseFile["classification"]>;
