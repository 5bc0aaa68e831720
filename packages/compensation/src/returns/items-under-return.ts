import type { CaseFile, IssueType, ItemTrait, ReturnReason } from "@amends/core/model";
import { claimedIssue } from "../facts/claimed-issue.js";

/** An item that is to come back, from the order and the request. */
export interface ItemUnderReturn {
  readonly sku: string | null;
  readonly quantity: number | null;
  /** Where the request and the order speak of it. */
  readonly path: string;
  readonly orderPath: string;
  readonly reason: ReturnReason | undefined;
  readonly traits: readonly ItemTrait[] | undefined;
  readonly opened: boolean | undefined;
  readonly used: boolean | undefined;
  readonly complete: boolean | undefined;
}

/** The reasons that what a case is about amounts to. Wanting to return something says nothing of why. */
const reasonOf: Readonly<Partial<Record<IssueType, ReturnReason>>> = {
  logistics_damaged: "damaged_in_transit",
  wrong_or_missing_item: "wrong_item",
  not_as_described: "not_as_described",
  quality_defect: "faulty",
};

/** What is to come back: the items of the request, else those of the order, else the order as one. */
export function itemsUnderReturn(caseFile: CaseFile): readonly ItemUnderReturn[] {
  const { order, returnRequest } = caseFile;
  const ordered = order?.items ?? [];
  const requested = returnRequest?.items ?? [];
  const issue = claimedIssue(caseFile);
  const reason = returnRequest?.reason ?? (issue === undefined ? undefined : reasonOf[issue]);
  const wanted = requested.length > 0 ? requested : ordered.length > 0 ? ordered.map(({ sku, quantity }) => ({ sku, quantity })) : [{}];
  return wanted.map((item: (typeof requested)[number], index) => {
    const at = requested.length > 0 && item.sku ? ordered.findIndex(({ sku }) => sku === item.sku) : index;
    return {
      sku: item.sku ?? null,
      quantity: item.quantity ?? null,
      path: `returnRequest.items[${index}]`,
      orderPath: `order.items[${at === -1 ? index : at}]`,
      reason: item.reason ?? reason,
      traits: ordered[at]?.traits ?? undefined,
      opened: item.opened ?? undefined,
      used: item.used ?? undefined,
      complete: item.complete ?? undefined,
    };
  });
}
