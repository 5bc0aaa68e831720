import type { CaseFile, Money } from "@amends/core/model";
import { toMinorUnits } from "@amends/core/money";

/** The amount claimed. Forms write 0.00 where nobody stated one: nobody claims nothing. */
export function statedClaim({ claim }: CaseFile): Money | undefined {
  const amount = claim?.amount ?? undefined;
  return amount === undefined || toMinorUnits(amount, "claim.amount") === 0n ? undefined : amount;
}
