import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant, type LocalDate } from "@amends/core/time";
import { publicHolidays } from "../deadlines/public-holidays.js";
import { buyerClocks, type BuyerClock } from "./buyer-clock.js";

/** What every right is judged with. */
export interface ReturnContext {
  readonly caseFile: CaseFile;
  readonly country: string | undefined;
  /** The buyer's zone; null where nobody knows which of several. */
  readonly zone: string | null;
  readonly clocks: readonly BuyerClock[];
  /** When the buyer declared it, and which key says so. */
  readonly asked: { readonly at: Instant; readonly from: string };
  /** Public holidays of the buyer's country; undefined where nobody listed them. */
  readonly holidays: ReadonlySet<LocalDate> | undefined;
}

/** Reads what rights are judged with. A return that nobody dated counts as declared with the ticket, else now. */
export function returnContext(caseFile: CaseFile, context: Context): ReturnContext {
  const { order, customer, returnRequest, ticket } = caseFile;
  const country = order?.shipTo || customer?.country || undefined;
  const requested = readInstant(returnRequest?.requestedAt);
  const opened = readInstant(ticket?.createdAt);
  const { zone, clocks } = buyerClocks(caseFile, context.zones);
  return {
    caseFile,
    country,
    zone,
    clocks,
    asked:
      requested !== undefined
        ? { at: requested, from: "returnRequest.requestedAt" }
        : opened !== undefined
          ? { at: opened, from: "ticket.createdAt" }
          : { at: context.now, from: "now" },
    holidays: publicHolidays(context, country),
  };
}
