import type { Money, Ratio } from "@amends/core/money";
import standard from "./return-settings.json" with { type: "json" };

/** What a host may set about the way back. */
export interface ReturnSettings {
  /** What goods on their way lose of what they bring, each day. */
  readonly valueLossPerDay: Ratio;
  /** What share of the goods' value a return must bring in, so that it is asked for. */
  readonly minimumGainShare: Ratio;
  /** Up to what value goods may stay with the buyer. */
  readonly returnlessUpTo: Money;
}

/** A host's settings before the standard ones, each of which carries its source and reason. */
export function returnSettings(given: Partial<ReturnSettings> | null | undefined): ReturnSettings {
  const host = given ?? {};
  return {
    valueLossPerDay: host.valueLossPerDay ?? standard.valueLossPerDay.value,
    minimumGainShare: host.minimumGainShare ?? standard.minimumGainShare.value,
    returnlessUpTo: host.returnlessUpTo ?? standard.returnlessUpTo.value,
  };
}
