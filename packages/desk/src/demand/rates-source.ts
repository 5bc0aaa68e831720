import type { RateSource } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { formatInstant, readInstant } from "@amends/core/time";
import { askAdapter, type Asking } from "./ask-adapter.js";
import type { CaseSource } from "./case-source.js";

/** The exchange rates of the case's day, where the case has none. */
export function ratesSource(caseFile: CaseFile, source: RateSource | undefined, asking: Asking): CaseSource | undefined {
  const now = readInstant(caseFile.now);
  if (source === undefined || now === undefined || (caseFile.rates ?? null) !== null) return undefined;
  return {
    key: "rates",
    tells: [],
    fetch: async () => {
      const rates = await askAdapter(source.name, asking, (options) => source.ratesFor(formatInstant(now).slice(0, 10), options));
      return rates === undefined ? undefined : { value: rates, by: source.name };
    },
  };
}
