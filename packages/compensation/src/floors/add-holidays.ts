import { addOnce } from "../returns/add-once.js";
import type { ReturnContext } from "../returns/return-context.js";
import type { DueDay } from "./due-day.js";
import type { Overdue } from "./overdue.js";

/** Notes the holidays that nobody listed, where they may move the last day on. */
export function addHolidays(missing: string[], { within }: Overdue, due: DueDay | null | undefined, reading: ReturnContext): void {
  const isCounted = due?.from.includes(within.from) === true;
  if (isCounted && within.endsOnWorkingDay !== undefined) addUnlisted(missing, reading);
}

/** Notes the holidays of the buyer's country where nobody listed them. */
export function addUnlisted(missing: string[], { holidays, country }: ReturnContext): void {
  if (holidays === undefined) addOnce(missing, `packs.public-holidays.${country ?? "*"}`);
}
