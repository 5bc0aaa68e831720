import { AmendsError, formatPath } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { isLocalDate, readInstant, type Instant, type LocalDate } from "@amends/core/time";
import * as z from "zod";
import { buyerClocks, type BuyerClock } from "./buyer-clock.js";

const holidaysSchema = z.record(z.string(), z.array(z.string().refine(isLocalDate, { error: "must be a date, such as 2026-12-25" })));

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
  const listed = country === undefined ? undefined : publicHolidays(context.packs["public-holidays"])[country];
  const requested = readInstant(returnRequest?.requestedAt);
  const opened = readInstant(ticket?.createdAt);
  return {
    caseFile,
    country,
    ...buyerClocks(caseFile, context.zones),
    asked:
      requested !== undefined
        ? { at: requested, from: "returnRequest.requestedAt" }
        : opened !== undefined
          ? { at: opened, from: "ticket.createdAt" }
          : { at: context.now, from: "now" },
    holidays: listed === undefined ? undefined : new Set(listed),
  };
}

function publicHolidays(pack: unknown): Readonly<Record<string, readonly LocalDate[]>> {
  const parsed = holidaysSchema.safeParse(pack ?? {});
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map(({ path, message }) => ({
    code: "pack_invalid",
    message,
    path: formatPath(["packs", "public-holidays", ...(path as (string | number)[])]),
    expected: "dates by country, such as { DE: [2026-12-25] }",
  }));
  throw new AmendsError({ code: "pack_invalid", message: 'The pack "public-holidays" can\'t be read.', findings });
}
