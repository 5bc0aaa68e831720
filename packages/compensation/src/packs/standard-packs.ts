import type { FactPack } from "@amends/core/packs";
import carrierTerms from "../../packs/carrier/terms.pack.json" with { type: "json" };
import dutyImport from "../../packs/duty/import.pack.json" with { type: "json" };
import dutyRefund from "../../packs/duty/refund.pack.json" with { type: "json" };
import lawReturns from "../../packs/law/returns.pack.json" with { type: "json" };
import statutoryRemedies from "../../packs/law/statutory-remedies.pack.json" with { type: "json" };
import marketplaceDisputes from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import marketplaceReturns from "../../packs/marketplace/returns.pack.json" with { type: "json" };
import paymentFailures from "../../packs/payment/failures.pack.json" with { type: "json" };
import refundArrival from "../../packs/refund/arrival.pack.json" with { type: "json" };
import refundTerms from "../../packs/refund/terms.pack.json" with { type: "json" };

const packs: readonly unknown[] = [
  carrierTerms,
  dutyImport,
  dutyRefund,
  lawReturns,
  statutoryRemedies,
  marketplaceDisputes,
  marketplaceReturns,
  paymentFailures,
  refundArrival,
  refundTerms,
];

/**
 * The packs of dated facts that ship with this package, as they are in its folder `packs`: what a host's packs of the same names are
 * compared with. What reads one of them checks what its facts' values look like; here they may be anything.
 *
 * @example
 * import { standardPacks } from "@amends/compensation/packs";
 * standardPacks.find(({ pack }) => pack === "law/returns")?.facts.some(({ id }) => id === "eu.withdrawal"); // => true
 */
export const standardPacks = packs as readonly FactPack<unknown>[];
