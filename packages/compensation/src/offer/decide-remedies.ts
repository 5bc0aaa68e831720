import type * as z from "zod";
import { InvalidPolicyError } from "@amends/core/errors";
import { issueTypes, type CaseFile, type Money, type Remedies, type Undecided } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { draftCarrierClaim } from "../carrier-claim/draft-carrier-claim.js";
import { bindingDates } from "../deadlines/binding-dates.js";
import { claimedIssue } from "../facts/claimed-issue.js";
import { applyFloors } from "../floors/apply-floors.js";
import { floorsOfCase } from "../floors/floors-of-case.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { applyCaps } from "./apply-caps.js";
import { applyExclusions, type ExclusionRule } from "./apply-exclusions.js";
import { approvalBy, neededApprovals } from "./approval.js";
import { beyondExpectation } from "./beyond-expectation.js";
import { capAdditions, spendingAdditions } from "./cap-additions.js";
import { costBasis } from "./cost-basis.js";
import { costChoices } from "./cost-choices.js";
import { costFacts } from "./cost-facts.js";
import type { RemedyEvents } from "./events.js";
import { excludeImpossible, isInStock } from "./exclude-impossible.js";
import { excludePaid } from "./exclude-paid.js";
import { expectedCost, withLikelihoods } from "./expected-cost.js";
import { holdGoodwill } from "./hold-goodwill.js";
import type { OfferedChoice } from "./offered-choice.js";
import { offerSettings } from "./offer-settings.js";
import { remedyKeys } from "./remedy-key.js";
import { withoutNegativeAmounts } from "./without-negative-amounts.js";
import type { RemedyEvaluation, RemedyPolicySet } from "./remedy-policy-set.js";

type Offer = z.output<RemedyEvents["offer"]>;

const nothingOffered: Offer = { tier: null, choices: [] };

/** Decides one case: the offer with what is owed, then what payouts, exclusions and caps leave of it, then what goes beside it. */
export function decideRemedies(
  given: CaseFile,
  evaluation: RemedyEvaluation,
  context: Context,
  policySet: RemedyPolicySet,
  catalogue: RemedyCatalogue,
): Remedies | Undecided {
  const { caseFile, missing: belowZero } = withoutNegativeAmounts(given);
  const issue = claimedIssue(caseFile);
  if (issue === undefined) return { undecided: true, missing: ["claim.issueType", "classification.issueType"] };
  const claimed = caseFile.claim?.issueType;
  if (claimed && !(issueTypes as readonly string[]).includes(claimed)) evaluation.lacks("claim.issueType");
  const settings = offerSettings(policySet, catalogue);
  const limits = { now: context.now, maximumAgeDays: settings.maximumRateAgeDays };
  const basis = costBasis(caseFile, limits, settings.costRates, catalogue);

  const proposed: Offer = evaluation.decide("offer").events[0]?.params ?? nothingOffered;
  const owed = floorsOfCase(caseFile, issue, evaluation.fact("shipment.status"), context);
  const offer = applyFloors(proposed, owed.floors, catalogue, basis, (remedy) => isInStock(remedy, caseFile));
  evaluation.set({ "offer.tier": proposed.tier ?? 0, "offer.remedies": offer.choices.map(({ remedy }) => remedy) });
  const added = evaluation.decide("additions").events;
  // What the offer itself adds goes before, and an earlier addition before a later one.
  const additions: Record<string, unknown> = {};
  for (let index = added.length - 1; index >= 0; index -= 1) Object.assign(additions, added[index]?.params.alwaysAdd);
  Object.assign(additions, proposed.alwaysAdd);

  const keyOf = remedyKeys(caseFile);
  const costed = costChoices(keyOf, offer, basis, catalogue, settings);
  const unpaid = excludePaid(costed, caseFile, basis, catalogue);
  const doable = excludeImpossible(unpaid.kept, caseFile, basis);
  const exclusions = evaluation.decide("exclusions", { record: false }).fired;
  const possible = applyExclusions(doable.kept, exclusions);
  const settled = unpaid.kept.length === 0 && offer.choices.length > 0;
  const hold: ExclusionRule | undefined = exclusions.find(({ event }) => event.type === "hold");
  const { minimumPercent, maximumPercent } = settings.expectation;
  const beyond = beyondExpectation(caseFile, minimumPercent, maximumPercent);
  const left = holdGoodwill({ choices: possible.kept, alwaysAdd: settled ? {} : additions, beyondExpectation: beyond }, hold);
  const held = hold === undefined ? [] : [...possible.excluded.filter(({ rule }) => rule === ruleId(hold)), ...left.excluded];
  for (const rule of exclusions) if (possible.followed.includes(rule) || (rule === hold && held.length > 0)) evaluation.record(rule);
  // Caps see what is added too; every other decision sees the choices alone.
  const remedies: readonly string[] = offer.choices.map(({ remedy }) => remedy);
  const spending = spendingAdditions(left.alwaysAdd, basis, catalogue);
  if (spending.length > 0)
    evaluation.set({ "offer.remedies": [...new Set([...remedies, ...spending.map(({ choice }) => choice.remedy)])] });
  const capRules = evaluation.decide("caps", { record: false }).fired;
  if (spending.length > 0) evaluation.set({ "offer.remedies": remedies });
  const currency = (rule: FiredRule) => currencyOf(rule, policySet);
  const capped = applyCaps(left.choices, capRules, currency, caseFile, limits);
  const offered = capped.kept;
  // What goes with a choice goes with none where none is left, or asking again would add it again.
  const nothingLeft = offered.length === 0 && offer.choices.length > 0;
  const adding = capAdditions(nothingLeft ? {} : left.alwaysAdd, nothingLeft ? [] : spending, capRules, currency, caseFile, limits);
  const alwaysAdd = { ...adding.alwaysAdd };
  evaluation.record(...capRules.filter((rule) => capped.followed.includes(rule) || adding.followed.includes(rule)));
  const told = costFacts(offered, settings.approvalCurrency, caseFile, limits);
  evaluation.set({ "offer.maximumCost": told.maximumCost, "offer.costKnown": told.costKnown });
  // Where nothing is offered and nothing waits, nothing is there to approve.
  const [asked] = offered.length === 0 && held.length === 0 ? [] : evaluation.decide("approvals").fired;
  // A cap's role stands above: it goes first.
  const approvals = neededApprovals(
    [...capped.approvals, ...adding.approvals],
    asked && approvalBy(asked, asked.event.params.role, asked.because ?? asked.rule),
  );

  const plays: string[] = [];
  for (const { params } of evaluation.decide("plays").events) if (!plays.includes(params.play)) plays.push(params.play);
  const claimWanted = evaluation.decide("carrierClaim").events[0]?.params;
  const carrier = claimWanted === undefined ? undefined : draftCarrierClaim(caseFile, { ...claimWanted, amount: basis.order }, context);
  const carrierClaim = carrier?.claim ?? null;
  const dates = bindingDates(evaluation.decide("deadlines").fired, (fact) => evaluation.fact(fact), carrierClaim, caseFile, context);
  for (const name of belowZero) evaluation.lacks(name);
  for (const name of owed.missing) evaluation.lacks(name);
  for (const name of [...capped.missing, ...adding.missing]) evaluation.lacks(name);
  for (const name of told.missing) evaluation.lacks(name);
  for (const name of carrier?.missing ?? []) evaluation.lacks(name);
  for (const name of dates.missing) evaluation.lacks(name);
  const expected = expectedCost(offered, alwaysAdd, basis);

  return {
    tier: proposed.tier,
    choices: withLikelihoods(offered),
    alwaysAdd,
    beyondExpectation: left.beyondExpectation,
    returnRequired:
      offered.length > 0 && (proposed.returnRequired ?? offered.some(({ definition }) => definition.requires.includes("return"))),
    advancePayout: !nothingLeft && (claimWanted?.payFirst ?? false),
    carrierClaim,
    cost: rangeOf(offered),
    ...(expected === undefined ? {} : { expectedCost: expected }),
    excluded: [...unpaid.excluded, ...doable.excluded, ...possible.excluded, ...left.excluded, ...capped.excluded, ...adding.excluded],
    deadlines: dates.deadlines,
    approval: approvals[0] ?? null,
    ...(approvals.length > 1 ? { approvals } : {}),
    idempotencyKey: keyOf("offer"),
    plays,
    ...evaluation.provenance(),
  };
}

/** Costs of one case are in one currency. */
function rangeOf(offered: readonly OfferedChoice[]): { min: Money; max: Money } | null {
  let min: Money | undefined;
  let max: Money | undefined;
  for (const { cost } of offered) {
    if (!("money" in cost)) continue;
    if (min === undefined || compareMoney(cost.money, min) < 0) min = cost.money;
    if (max === undefined || compareMoney(cost.money, max) > 0) max = cost.money;
  }
  return min === undefined || max === undefined ? null : { min, max };
}

/** A limit is an amount only in its policy's currency. */
function currencyOf({ policy: name, rule }: FiredRule, policySet: RemedyPolicySet): string {
  const currency = policySet.policiesFor("caps").find(({ policy }) => policy.policy === name)?.policy.currency;
  if (currency !== undefined) return currency;
  throw new InvalidPolicyError([
    {
      code: "currency_missing",
      message: `rule "${rule}" of ${name} names a limit, but the policy no currency`,
      path: "currency",
      fix: 'add "currency" to the policy',
    },
  ]);
}
