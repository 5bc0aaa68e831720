import { InvalidPolicyError } from "@amends/core/errors";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { approvalCurrency } from "./cost-facts.js";
import { costRates } from "./cost-rates.js";
import type { CostRates } from "./cost-basis.js";
import { maximumRateAge } from "./maximum-rate-age.js";
import type { RemedyPolicySet } from "./remedy-policy-set.js";

/** What the parameters of a policy set say once and for every case. */
export interface OfferSettings {
  readonly maximumRateAgeDays: number | undefined;
  readonly costRates: CostRates;
  readonly approvalCurrency: string | undefined;
  readonly expectation: { readonly minimumPercent: number; readonly maximumPercent: number };
  /** How much likelier a remedy is picked than one of weight 1, by its word. */
  readonly pickWeights: ReadonlyMap<string, number>;
}

const known = new WeakMap<RemedyPolicySet, { readonly settings: OfferSettings; readonly catalogue: RemedyCatalogue }>();

/** @throws {InvalidPolicyError} where a parameter can't be what it is. */
export function offerSettings(policySet: RemedyPolicySet, catalogue: RemedyCatalogue): OfferSettings {
  const before = known.get(policySet);
  if (before !== undefined && before.catalogue === catalogue) return before.settings;
  const settings = settingsOf(policySet, catalogue);
  known.set(policySet, { settings, catalogue });
  return settings;
}

function settingsOf(policySet: RemedyPolicySet, catalogue: RemedyCatalogue): OfferSettings {
  return {
    maximumRateAgeDays: maximumRateAge(policySet),
    costRates: costRates(policySet.policiesFor("offer")),
    approvalCurrency: approvalCurrency(policySet.policiesFor("approvals")),
    expectation: {
      minimumPercent: percent(policySet, "expectationMinimumPercent"),
      maximumPercent: percent(policySet, "expectationMaximumPercent"),
    },
    pickWeights: new Map(Object.keys(catalogue).map((kind) => [kind, pickWeight(policySet, kind)])),
  };
}

/** The parameter of a remedy's weight: `fullRefundPickWeight` for `full_refund`; 1 where no policy has it. */
function pickWeight(policySet: RemedyPolicySet, kind: string): number {
  const name = `${kind.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}PickWeight`;
  const value = policySet.parameter(name) ?? 1;
  if (typeof value === "number" && value >= 0) return value;
  throw new InvalidPolicyError([
    { code: "parameter_invalid", message: `"${name}" can't be what it is`, path: `parameters.${name}`, expected: "a number from 0 up" },
  ]);
}

function percent(policySet: RemedyPolicySet, name: string): number {
  const value = policySet.parameter(name);
  if (typeof value === "number" && value >= 0) return value;
  throw new InvalidPolicyError([
    {
      code: "parameter_missing",
      message: `no policy of stage "remedies" has the number "${name}"`,
      path: `parameters.${name}`,
      expected: "a number of per cent from 0 up",
    },
  ]);
}
