import type { RateSource } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { formatInstant, readInstant } from "@amends/core/time";
import { askAdapter, malformed, type Asking } from "./ask-adapter.js";
import type { CaseSource } from "./case-source.js";

/** The exchange rates of the case's day, where the case has none. */
export function ratesSource(caseFile: CaseFile, source: RateSource | undefined, asking: Asking): CaseSource | undefined {
  const now = readInstant(caseFile.now);
  if (source === undefined || now === undefined || (caseFile.rates ?? null) !== null) return undefined;
  return {
    key: "rates",
    tells: [],
    fetch: () =>
      askAdapter(
        {
          adapter: source.name,
          call: "ratesFor",
          ask: (options) => source.ratesFor(formatInstant(now).slice(0, 10), options),
          read: (rates: unknown) => {
            if (typeof rates !== "object" || rates === null)
              throw malformed(source.name, "ratesFor answered with something that is no rates");
            return { value: rates, by: source.name };
          },
        },
        asking,
      ),
  };
}
