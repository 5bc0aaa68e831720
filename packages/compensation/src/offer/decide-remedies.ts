import type * as z from "zod";
import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile, Money, Remedies, Undecided } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { draftCarrierClaim } from "../carrier-claim/draft-carrier-claim.js";
import { bindingDates } from "../deadlines/binding-dates.js";
import { claimedIssue, isIssueType } from "../facts/claimed-issue.js";
import { applyFloors } from "../floors/apply-floors.js";
import { floorsOfCase } from "../floors/floors-of-case.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { applyCaps } from "./apply-caps.js";
import { applyExclusions, type ExclusionRule } from "./apply-exclusions.js";
import { approvalBy, neededApprovals } from "./approval.js";
import { beyondExpectation, expectationOf } from "./beyond-expectation.js";
import { boundExpectation, expectationRemedy } from "./bound-expectation.js";
import { capAdditions, spendingAdditions } from "./cap-additions.js";
import { costBasis } from "./cost-basis.js";
import { costChoices } from "./cost-choices.js";
import { costFacts } from "./cost-facts.js";
import type { RemedyEvents } from "./events.js";
import { excludeImpossible, isInStock } from "./exclude-impossible.js";
import { excludePaid } from "./exclude-paid.js";
import { expectedCost, withLikelihoods } from "./expected-cost.js";
import { holdGoodwill } from "./hold-goodwill.js";
import { joinAdditions } from "./join-additions.js";
import { joinCapped } from "./join-capped.js";
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
  if (claimed && !isIssueType(claimed)) evaluation.lacks("claim.issueType");
  const settings = offerSettings(policySet, catalogue);
  const limits = { now: context.now, maximumAgeDays: settings.maximumRateAgeDays };
  const basis = costBasis(caseFile, limits, settings.costRates, catalogue);

  const proposed: Offer = evaluation.decide("offer").events[0]?.params ?? nothingOffered;
  const owed = floorsOfCase(caseFile, issue, evaluation.fact("shipment.status"), context, catalogue);
  const offer = applyFloors(proposed, owed.floors, catalogue, basis, (remedy) => isInStock(remedy, caseFile));
  const remedies = offer.choices.map(({ remedy }): string => remedy);
  evaluation.set({ "offer.tier": proposed.tier ?? 0, "offer.remedies": remedies });
  const additions = joinAdditions(proposed.alwaysAdd, evaluation.decide("additions").events);

  const keyOf = remedyKeys(caseFile);
  const costed = costChoices(keyOf, offer, basis, catalogue, settings);
  const unpaid = excludePaid(costed, caseFile, basis, catalogue);
  const doable = excludeImpossible(unpaid.kept, caseFile, basis);
  const exclusions = evaluation.decide("exclusions", { record: false }).fired;
  const possible = applyExclusions(doable.kept, exclusions);
  const settled = unpaid.kept.length === 0 && offer.choices.length > 0;
  const hold = holdAmong(exclusions);
  const { minimumPercent, maximumPercent } = settings.expectation;
  const expectation = expectationOf(caseFile, basis, limits);
  const wanted = expectation !== undefined && "money" in expectation ? expectation.money : undefined;
  const beyond = beyondExpectation(wanted, minimumPercent, maximumPercent);
  const left = holdGoodwill({ choices: possible.kept, alwaysAdd: settled ? {} : additions, beyondExpectation: beyond }, hold);
  const held = hold === undefined ? [] : [...possible.excluded.filter(({ rule }) => rule === ruleId(hold)), ...left.excluded];
  for (const rule of exclusions) if (possible.followed.includes(rule) || (rule === hold && held.length > 0)) evaluation.record(rule);
  // Caps see what is added too; every other decision sees the choices alone.
  const spending = spendingAdditions(left.alwaysAdd, basis, catalogue);
  const hasBeside = spending.length > 0 || left.beyondExpectation !== null;
  if (hasBeside) {
    const beside = spending.map(({ choice }): string => choice.remedy);
    if (left.beyondExpectation !== null) beside.push(expectationRemedy);
    evaluation.set({ "offer.remedies": [...new Set([...remedies, ...beside])] });
  }
  const capRules = evaluation.decide("caps", { record: false }).fired;
  if (hasBeside) evaluation.set({ "offer.remedies": remedies });
  const currency = (rule: FiredRule) => currencyOf(rule, policySet);
  const capped = applyCaps(left.choices, capRules, currency, caseFile, limits);
  const offered = capped.kept;
  // What goes with a choice goes with none where none is left, or asking again would add it again.
  const nothingLeft = offered.length === 0 && offer.choices.length > 0;
  const adding = capAdditions(nothingLeft ? {} : left.alwaysAdd, nothingLeft ? [] : spending, capRules, currency, caseFile, limits);
  const alwaysAdd = { ...adding.alwaysAdd };
  const bound = boundExpectation(left.beyondExpectation, expectation, basis, capRules, currency, caseFile, limits);
  const byCaps = joinCapped(capped, adding, bound);
  if (byCaps.followed.length > 0) for (const rule of capRules) if (byCaps.followed.includes(rule)) evaluation.record(rule);
  const told = costFacts(offered, settings.approvalCurrency, caseFile, limits);
  evaluation.set({ "offer.maximumCost": told.maximumCost, "offer.costKnown": told.costKnown });
  // Where nothing is offered and nothing waits, nothing is there to approve.
  const asked = offered.length === 0 && held.length === 0 ? undefined : evaluation.decide("approvals").fired[0];
  // A cap's role stands above: it goes first.
  const approvals = neededApprovals(byCaps.approvals, asked && approvalBy(asked, asked.event.params.role, asked.because ?? asked.rule));

  const plays: string[] = [];
  const playSteps: NonNullable<Remedies["playSteps"]> = [];
  for (const { params } of evaluation.decide("plays").events) {
    if (plays.includes(params.play)) continue;
    plays.push(params.play);
    if (params.steps !== undefined) playSteps.push({ play: params.play, steps: params.steps });
  }
  const claimWanted = evaluation.decide("carrierClaim").events[0]?.params;
  const carrier = claimWanted === undefined ? undefined : draftCarrierClaim(caseFile, { ...claimWanted, amount: basis.order }, context);
  const carrierClaim = carrier?.claim ?? null;
  const dates = bindingDates(evaluation.decide("deadlines").fired, (fact) => evaluation.fact(fact), carrierClaim, caseFile, context);
  lackAll(evaluation, belowZero);
  lackAll(evaluation, owed.missing);
  lackAll(evaluation, byCaps.missing);
  lackAll(evaluation, told.missing);
  if (carrier !== undefined) lackAll(evaluation, carrier.missing);
  lackAll(evaluation, dates.missing);
  const expected = expectedCost(offered, alwaysAdd, basis);

  const { policies, rules, missing } = evaluation.provenance();

  // Member by member, since some are there only at times, and copying them takes longer than the rest.
  const answer: Partial<Remedies> = {
    tier: proposed.tier,
    choices: withLikelihoods(offered),
    alwaysAdd,
    beyondExpectation: bound.beyondExpectation,
    returnRequired:
      offered.length > 0 && (proposed.returnRequired ?? offered.some(({ definition }) => definition.requires.includes("return"))),
    advancePayout: !nothingLeft && (claimWanted?.payFirst ?? false),
    carrierClaim,
    cost: rangeOf(offered),
  };
  if (expected !== undefined) answer.expectedCost = expected;
  if (caseFile.order?.total && "money" in basis.refundable) answer.refundable = basis.refundable.money;
  answer.excluded = [];
  pushAll(answer.excluded, unpaid.excluded);
  pushAll(answer.excluded, doable.excluded);
  pushAll(answer.excluded, possible.excluded);
  pushAll(answer.excluded, left.excluded);
  pushAll(answer.excluded, byCaps.excluded);
  answer.deadlines = dates.deadlines;
  answer.approval = approvals[0] ?? null;
  if (approvals.length > 1) answer.approvals = approvals;
  answer.idempotencyKey = keyOf("offer");
  answer.plays = plays;
  if (playSteps.length > 0) answer.playSteps = playSteps;
  answer.policies = policies;
  answer.rules = rules;
  answer.missing = missing;
  return answer as Remedies;
}

function holdAmong(exclusions: readonly ExclusionRule[]): ExclusionRule | undefined {
  for (let index = 0; index < exclusions.length; index += 1) if (exclusions[index]?.event.type === "hold") return exclusions[index];
  return undefined;
}

function pushAll<Value>(list: Value[], more: readonly Value[]): void {
  for (let index = 0; index < more.length; index += 1) list.push(more[index] as Value);
}

function lackAll(evaluation: RemedyEvaluation, names: readonly string[]): void {
  for (let index = 0; index < names.length; index += 1) evaluation.lacks(names[index] as string);
}

/** Costs of one case are in one currency. */
function rangeOf(offered: readonly OfferedChoice[]): { min: Money; max: Money } | null {
  let min: Money | undefined;
  let max: Money | undefined;
  for (const { cost } of offered) {
    if (!("money" in cost)) continue;
    if (min === undefined || max === undefined) {
      min = cost.money;
      max = cost.money;
    } else if (compareMoney(cost.money, min) < 0) min = cost.money;
    else if (compareMoney(cost.money, max) > 0) max = cost.money;
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
