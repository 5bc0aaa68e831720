import type { CaseFile, Money } from "@amends/core/model";
import { signOfMoney } from "@amends/core/money";

/** The amount claimed. Forms write 0.00 where nobody stated one: nobody claims nothing. */
export function statedClaim({ claim }: CaseFile): Money | undefined {
  const amount = claim?.amount ?? undefined;
  return amount === undefined || signOfMoney(amount, "claim.amount") === 0 ? undefined : amount;
}
