import { booleanFact, listFact, moneyFact, numberFact, textFact, type FactCatalogue } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import { compareMoney, sumMoney } from "@amends/core/money";
import { readInstant } from "@amends/core/time";
import { claimedIssueFact } from "../facts/claimed-issue.js";
import { declaredAt } from "../floors/declared-at.js";
import { refundsOf } from "./refunds-of.js";
import { isIdentified } from "./remedy-key.js";
import { statedClaim } from "./stated-claim.js";
import { peersShare } from "../facts/peers-share.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { withoutNegativeAmounts } from "./without-negative-amounts.js";

const dayMilliseconds = 86_400_000;

/** What the remedy policies read beyond the facts of the case. */
export const remedyFactsOf = (catalogue: RemedyCatalogue) =>
  ({
    "claim.issue": claimedIssueFact,
    "claim.value": moneyFact({
      description: "What is at stake: the amount claimed, else the order's total.",
      example: { amount: "89.90", currency: "USD" },
      derive: (caseFile) => statedClaim(caseFile) ?? caseFile.order?.total ?? undefined,
    }),
    "claim.isPartOfOrder": booleanFact({
      description: "Whether less is claimed than the order's total; absent where the two are in different currencies.",
      example: false,
      derive: isPartOfOrder,
    }),
    "claim.daysSinceDelivery": numberFact({
      description:
        "Whole days from the delivery to when the buyer declared the claim: the return's request, else the first message, else now.",
      example: 10,
      unit: "days",
      derive: (caseFile, { now }) => {
        const delivered = readInstant(caseFile.shipment?.deliveredAt);
        return delivered === undefined ? undefined : Math.floor((declaredAt(caseFile, now) - delivered) / dayMilliseconds);
      },
    }),
    "buyer.country": {
      ...textFact({
        description: "Where the buyer's law applies: the country the order goes to, else where the customer lives.",
        example: "DE",
      }),
      kind: "country",
      derive: ({ order, customer }) => order?.shipTo ?? customer?.country ?? undefined,
    },
    "shipment.daysSinceDelivery": numberFact({
      description: "Whole days since the delivery.",
      example: 10,
      unit: "days",
      derive: ({ shipment }, { now }) => {
        const delivered = readInstant(shipment?.deliveredAt);
        return delivered === undefined ? undefined : Math.floor((now - delivered) / dayMilliseconds);
      },
    }),
    "peers.share": peersShare,
    "case.identified": booleanFact({
      description: "Whether a case id or an order id tells the case from others.",
      example: true,
      derive: isIdentified,
    }),
    "case.daysOpen": numberFact({
      description: "Whole days since the customer wrote first.",
      example: 2,
      unit: "days",
      derive: ({ ticket }, { now }) => {
        const opened = readInstant(ticket?.createdAt);
        return opened === undefined ? undefined : Math.floor((now - opened) / dayMilliseconds);
      },
    }),
    "claim.refundPaid": booleanFact({
      description: "Whether refunds already paid on this case cover what is claimed; one that can't be compared counts as covering it.",
      example: false,
      derive: (caseFile) => refundPaid(caseFile, catalogue),
    }),
    "case.payouts": numberFact({
      description: "How many remedies were already paid on this case.",
      example: 0,
      unit: "payouts",
      derive: ({ payouts }) => payouts?.length ?? 0,
    }),
    "offer.tier": numberFact({ description: "The compensation tier of the offer; 0 where none applies.", example: 2 }),
    "offer.maximumCost": numberFact({
      description: "What the dearest choice costs now, in the currency of the approval policies.",
      example: 89.9,
      unit: "the policy's currency",
    }),
    "offer.costKnown": booleanFact({
      description: "Whether the cost of every choice that costs something now could be told.",
      example: true,
    }),
    "offer.remedies": {
      ...listFact({ description: "The remedies of the offer.", example: ["wait", "reship"] }),
      words: Object.keys(catalogue),
    },
  }) satisfies FactCatalogue;

/** Money is rather traced twice than paid twice: what can't be compared counts as paid. */
function refundPaid(caseFile: CaseFile, catalogue: RemedyCatalogue): boolean {
  if (!caseFile.payouts || caseFile.payouts.length === 0) return false;
  const refunds = refundsOf(withoutNegativeAmounts(caseFile).caseFile, catalogue);
  return refunds.length > 0 && areCovering(refunds, caseFile);
}

function areCovering(refunds: ReturnType<typeof refundsOf>, caseFile: CaseFile): boolean {
  const wanted = statedClaim(caseFile) ?? caseFile.order?.total ?? undefined;
  const comparable = refunds.flatMap(({ amount }) => (amount && amount.currency === wanted?.currency ? [amount] : []));
  if (wanted === undefined || comparable.length < refunds.length) return true;
  return compareMoney(sumMoney(comparable, wanted.currency), wanted) >= 0;
}

/** Without an amount of its own, a claim is about the whole order. */
function isPartOfOrder(caseFile: CaseFile): boolean | undefined {
  const claimed = statedClaim(caseFile);
  const total = caseFile.order?.total;
  if (claimed === undefined || !total) return false;
  if (claimed.currency !== total.currency) return undefined;
  // Most claims are about all of the order; that the amount can be read was seen to.
  return claimed.amount !== total.amount && compareMoney(claimed, total) < 0;
}
