import { didYouMean, namesListed, quotable, type Finding } from "@amends/core/errors";
import type { RefundDuty } from "./refund-duty.js";

/** The facts that a duty names and that there aren't: their money would have no date, and nobody would notice. */
export function underFindings({ under }: RefundDuty, path: string, known: ReadonlySet<string>): Finding[] {
  return under.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            code: "pack_invalid",
            message: `there is no fact "${quotable(id)}"`,
            path: `${path}.value.under[${index}]`,
            expected: `the id of a fact that owes money: ${namesListed([...known])}`,
            ...didYouMean(id, [...known]),
          },
        ],
  );
}
