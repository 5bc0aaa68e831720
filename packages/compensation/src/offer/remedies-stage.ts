import { requireObject } from "@amends/core/errors";
import { defineStage } from "@amends/core/stage";
import additions from "../../policies/standard-additions.policy.json" with { type: "json" };
import approvals from "../../policies/standard-approvals.policy.json" with { type: "json" };
import caps from "../../policies/standard-caps.policy.json" with { type: "json" };
import carrierClaims from "../../policies/standard-carrier-claims.policy.json" with { type: "json" };
import deadlines from "../../policies/standard-deadlines.policy.json" with { type: "json" };
import exclusions from "../../policies/standard-exclusions.policy.json" with { type: "json" };
import offers from "../../policies/standard-offers.policy.json" with { type: "json" };
import plays from "../../policies/standard-plays.policy.json" with { type: "json" };
import { catalogueWith, type RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { RemedyDefinition } from "../remedies/remedy-definition.js";
import { decideRemedies } from "./decide-remedies.js";
import { remedyDecisions, remedyEventsOf } from "./events.js";
import { remedyFactsOf } from "./facts.js";

const policies = [offers, additions, exclusions, caps, approvals, plays, carrierClaims, deadlines];

const stageOf = (catalogue: RemedyCatalogue) =>
  defineStage({
    name: "remedies",
    reads: [
      "id",
      "ticket",
      "event",
      "customer",
      "order",
      "shipment",
      "claim",
      "customs",
      "returnRequest",
      "peers",
      "rates",
      "payouts",
      "budgets",
      "classification",
      "risk",
    ],
    writes: "remedies",
    facts: remedyFactsOf(catalogue),
    events: remedyEventsOf(catalogue),
    decisions: remedyDecisions,
    policies,
    decide: (caseFile, evaluation, context, policySet) => decideRemedies(caseFile, evaluation, context, policySet, catalogue),
  });

/** What writes `remedies`. */
export type RemediesStage = ReturnType<typeof stageOf>;

/** The stage that writes `remedies`. */
export const remediesStage: RemediesStage = stageOf(catalogueWith([]));

/**
 * The stage that writes `remedies`, with a host's own remedies beside the standard ones. Policies name them, and what they give is
 * checked by their schemas.
 *
 * @throws {InvalidPolicyError} where a value is no remedy.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { createRemediesStage } from "@amends/compensation/stage";
 * import { defineRemedy } from "@amends/compensation";
 * import * as z from "zod";
 * const tree = defineRemedy({
 *   kind: "tree", gives: z.strictObject({ trees: z.number() }), needs: [], tellingKey: "remedy.tree", undo: null,
 *   cost: ({ trees }) => ({ money: { amount: `${2 * trees}.00`, currency: "USD" } }),
 * });
 * createRemediesStage({ remedies: [tree] }).name; // => "remedies"
 */
export function createRemediesStage(options: { readonly remedies?: readonly RemedyDefinition[] } = {}): RemediesStage {
  requireObject(options, "options");
  const { remedies = [] } = options;
  return Array.isArray(remedies) && remedies.length === 0 ? remediesStage : stageOf(catalogueWith(remedies));
}

const made = new WeakMap<object, RemediesStage>();

/** The stage with the remedies of `context.packs.remedies`, made once for each list. */
export function stageWith(remedies: unknown): RemediesStage {
  if (remedies === undefined || remedies === null) return remediesStage;
  const before = typeof remedies === "object" ? made.get(remedies) : undefined;
  if (before !== undefined) return before;
  const stage = createRemediesStage({ remedies: (Array.isArray(remedies) ? remedies : [remedies]) as readonly RemedyDefinition[] });
  if (typeof remedies === "object") made.set(remedies, stage);
  return stage;
}
