import type { PackReader } from "@amends/core/packs";
import { carrierPackReader } from "../carrier-claim/carrier-fact.js";
import { disputePackReader } from "../dispute/dispute-fact.js";
import { importPackReader, tariffPackReader } from "../duties/duty-fact.js";
import { dutyRefundPackReader } from "../duties/refund-fact.js";
import { statutoryPackReader } from "../floors/statutory-pack.js";
import { failurePackReader } from "../payment-failure/failure-pack.js";
import { arrivalReader, termsReader } from "../refund/refund-pack.js";
import { returnPackReader } from "../returns/return-fact.js";

/**
 * What reads the packs that this package goes by, by their names: each knows what the values of its facts look like. Beside the standard
 * packs there are two that only a host has, its own terms of return and its tariff.
 *
 * @example
 * import { packReaders } from "@amends/compensation/packs";
 * Object.keys(packReaders).includes("seller/returns"); // => true
 */
export const packReaders: Readonly<Record<string, PackReader<unknown>>> = {
  "carrier/terms": carrierPackReader,
  "compensation/statutory-remedies": statutoryPackReader,
  "duty/import": importPackReader,
  "duty/refund": dutyRefundPackReader,
  "duty/tariff": tariffPackReader,
  "law/returns": returnPackReader,
  "marketplace/disputes": disputePackReader,
  "marketplace/returns": returnPackReader,
  "payment/failures": failurePackReader,
  "refund/arrival": arrivalReader,
  "refund/terms": termsReader,
  "seller/returns": returnPackReader,
};
