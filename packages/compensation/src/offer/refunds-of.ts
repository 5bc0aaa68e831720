import type { CaseFile } from "@amends/core/model";

/** Remedies that give money back; what else was given doesn't lessen what may be refunded. */
const givingMoneyBack: readonly unknown[] = ["partial_refund", "full_refund", "return_and_refund"];

/** The payouts of a case that gave money back. */
export function refundsOf({ payouts }: CaseFile): NonNullable<CaseFile["payouts"]> {
  return (payouts ?? []).filter(({ remedy }) => givingMoneyBack.includes(remedy));
}
