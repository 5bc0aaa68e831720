/** A country's rate for a heading, which no standard pack holds. */
export const tariff = (countries: string[], hsCode: string, rate: string, origins?: string[]) => ({
  id: `${countries.join("_").toLowerCase()}.${hsCode}.${origins?.join("_").toLowerCase() ?? "any"}`,
  value: { kind: "tariff", countries, hsCode, rates: [{ name: "general", rate }], ...(origins === undefined ? {} : { origins }) },
  source: "the tariff of that country",
  confidence: "A",
  verifiedAt: "2026-11-21",
});

/** Tariffs as a host hands them in. */
export const tariffs = (...facts: object[]) => ({ packs: { "duty/tariff": { pack: "duty/tariff", version: "1.0.0", facts } } });
