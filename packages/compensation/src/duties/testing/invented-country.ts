/** A country of no standard fact, so that every charge is the one that a test names. */
export const country = "QM";

/** A fact with the source that every fact must name. */
export const sourced = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: `the law of ${id}`,
  confidence: "A",
  verifiedAt: "2026-01-01",
  ...more,
});
const inDollars = sourced("qm.currency", { kind: "currency", country, currency: "USD" });

/** A charge of that country, by its cases. */
export const charge = (name: string, cases: object[], more: object = {}) =>
  sourced(
    `qm.${name}`,
    { kind: "charge", charge: name, name: `${name} of QM`, countries: [country], because: `QM charges ${name}.`, cases },
    more,
  );
export const noTax = charge("import_tax", [{ pays: { is: "free" } }]);
export const noDuty = charge("import_duty", [{ pays: { is: "free" } }]);

/** That country's rate of tax. */
export const taxRate = (more: object = {}, dated: object = {}) =>
  sourced("qm.rate", { kind: "tax_rate", country, name: "VAT", rate: "0.20", ...more }, dated);

/** That country's rate for a heading. */
export const tariff = (hsCode: string, rate: string, origins?: string[], dated: object = {}) =>
  sourced(
    `qm.${hsCode}.${origins?.join("").toLowerCase() ?? "any"}`,
    {
      kind: "tariff",
      countries: [country],
      hsCode,
      rates: [{ name: "general", rate }],
      ...(origins === undefined ? {} : { origins }),
    },
    dated,
  );

/** The facts of that country as a host hands them in. */
export const packs = (facts: object[], tariffs: object[] = []) => ({
  packs: {
    "duty/import": { pack: "ours", version: "1.0.0", facts: [inDollars, ...facts] },
    "duty/tariff": { pack: "tariffs", version: "1.0.0", facts: tariffs },
  },
});
