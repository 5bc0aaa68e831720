import type { CaseFile, ExcludedRemedy, Remedies, Undecided } from "@amends/core/model";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { draftCarrierClaim } from "../carrier-claim/draft-carrier-claim.js";
import { bindingDates } from "../deadlines/binding-dates.js";
import { claimedIssue, isIssueType } from "../facts/claimed-issue.js";
import { applyFloors } from "../floors/apply-floors.js";
import { floorsOfCase } from "../floors/floors-of-case.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { RemedyDefinition } from "../remedies/remedy-definition.js";
import { answeredChoices } from "./answered-choices.js";
import { answeredRemedies } from "./answered-remedies.js";
import { applyCaps, type CapRule } from "./apply-caps.js";
import { applyExclusions, type ExclusionRule } from "./apply-exclusions.js";
import { neededApprovals } from "./approval.js";
import { beyondExpectation, expectationOf } from "./beyond-expectation.js";
import { boundExpectation, expectationRemedy } from "./bound-expectation.js";
import { capAdditions, spendingAdditions } from "./cap-additions.js";
import { copiedAdditions } from "./copied-additions.js";
import { costBasis } from "./cost-basis.js";
import { costChoices } from "./cost-choices.js";
import { costFacts } from "./cost-facts.js";
import { costRange } from "./cost-range.js";
import { currencyOfCap } from "./currency-of-cap.js";
import { excludeImpossible, isInStock } from "./exclude-impossible.js";
import { excludePaid } from "./exclude-paid.js";
import { expectedCost } from "./expected-cost.js";
import { holdGoodwill, type HeldSurplus } from "./hold-goodwill.js";
import { joinedExclusions } from "./joined-exclusions.js";
import { joinAdditions, noAdditions } from "./join-additions.js";
import { joinCapped, type CapEffects } from "./join-capped.js";
import { askedApproval } from "./known-approval.js";
import { knownPlays } from "./known-plays.js";
import { decidedOffer, wordsOf } from "./known-offer.js";
import { offerSettings } from "./offer-settings.js";
import { remedyKeys } from "./remedy-key.js";
import { returnIsRequired } from "./return-is-required.js";
import { withoutNegativeAmounts } from "./without-negative-amounts.js";
import type { RemedyEvaluation, RemedyPolicySet } from "./remedy-policy-set.js";

const unrecorded = { record: false } as const;
const none: readonly never[] = [];
const nothingCapped: CapEffects = { excluded: none, approvals: none, followed: none, missing: none };

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

  const listed = decidedOffer(evaluation.decide("offer").events, catalogue, settings.pickWeights);
  const owed = floorsOfCase(caseFile, issue, evaluation.fact("shipment.status"), context, catalogue);
  const hasFloors = owed.floors.length > 0;
  const offer = hasFloors ? applyFloors(listed, owed.floors, catalogue, basis, inStock(caseFile)) : listed;
  const remedies: readonly string[] = hasFloors ? wordsOf(offer.choices) : listed.words;
  evaluation.setFact("offer.tier", listed.tier ?? 0);
  evaluation.setFact("offer.remedies", remedies);
  const additions = joinAdditions(listed.alwaysAdd, evaluation.decide("additions").events);

  const costed = costChoices(offer, basis, catalogue, settings);
  const unpaid = excludePaid(costed, caseFile, basis, catalogue);
  const doable = excludeImpossible(unpaid.kept, caseFile, basis);
  const exclusions = evaluation.decide("exclusions", unrecorded).fired;
  const possible = applyExclusions(doable.kept, exclusions);
  const settled = unpaid.kept.length === 0 && offer.choices.length > 0;
  const hold = holdAmong(exclusions);
  const { minimumPercent, maximumPercent } = settings.expectation;
  const expectation = expectationOf(caseFile, basis, limits);
  const wanted = expectation !== undefined && "money" in expectation ? expectation.money : undefined;
  const beyond = beyondExpectation(wanted, minimumPercent, maximumPercent);
  const surplus: HeldSurplus = {
    choices: possible.kept,
    alwaysAdd: settled ? noAdditions : additions,
    beyondExpectation: beyond,
    excluded: none,
  };
  const left = hold === undefined ? surplus : holdGoodwill(surplus, hold);
  const isHeld = hold !== undefined && (left.excluded.length > 0 || isExcludedBy(hold, possible.excluded));
  for (let index = 0; index < exclusions.length; index += 1) {
    const rule = exclusions[index] as ExclusionRule;
    if (possible.followed.includes(rule) || (rule === hold && isHeld)) evaluation.record(rule);
  }
  // Caps see what is added too; every other decision sees the choices alone.
  const spending = spendingAdditions(left.alwaysAdd, basis, catalogue);
  const hasBeside = spending.length > 0 || left.beyondExpectation !== null;
  if (hasBeside) {
    const beside = spending.map(({ remedy }): string => remedy);
    if (left.beyondExpectation !== null) beside.push(expectationRemedy);
    evaluation.setFact("offer.remedies", [...new Set([...remedies, ...beside])]);
  }
  const capRules = evaluation.decide("caps", unrecorded).fired;
  if (hasBeside) evaluation.setFact("offer.remedies", remedies);
  const currency = currencyIn(policySet);
  const capped = applyCaps(left.choices, capRules, currency, caseFile, limits);
  const offered = capped.kept;
  // What goes with a choice goes with none where none is left, or asking again would add it again.
  const nothingLeft = offered.length === 0 && offer.choices.length > 0;
  const adding =
    nothingLeft || spending.length === 0 ? undefined : capAdditions(left.alwaysAdd, spending, capRules, currency, caseFile, limits);
  const added = nothingLeft ? noAdditions : (adding ?? left).alwaysAdd;
  const alwaysAdd = copiedAdditions(added);
  const bound =
    expectation === undefined
      ? undefined
      : boundExpectation(left.beyondExpectation, expectation, basis, capRules, currency, caseFile, limits);
  const byCaps = adding === undefined && bound === undefined ? capped : joinCapped(capped, adding ?? nothingCapped, bound ?? nothingCapped);
  if (byCaps.followed.length > 0) recordFollowed(evaluation, capRules, byCaps.followed);
  const told = costFacts(offered, settings.approvalCurrency, caseFile, limits);
  evaluation.setFact("offer.maximumCost", told.maximumCost);
  evaluation.setFact("offer.costKnown", told.costKnown);
  // Where nothing is offered and nothing waits, nothing is there to approve.
  const asked = offered.length === 0 && !isHeld ? undefined : askedApproval(evaluation.decide("approvals").fired);
  // A cap's role stands above: it goes first.
  const approvals = neededApprovals(byCaps.approvals, asked);

  const { plays, playSteps } = knownPlays(evaluation.decide("plays").events);
  const claimWanted = evaluation.decide("carrierClaim").events[0]?.params;
  const carrier =
    claimWanted === undefined
      ? undefined
      : draftCarrierClaim(caseFile, { reason: claimWanted.reason, evidence: claimWanted.evidence, amount: basis.order }, context);
  const carrierClaim = carrier?.claim ?? null;
  const dating = evaluation.decide("deadlines").fired;
  const dates =
    dating.length === 0 && carrierClaim === null ? undefined : bindingDates(dating, factsIn(evaluation), carrierClaim, caseFile, context);
  lackAll(evaluation, belowZero);
  lackAll(evaluation, owed.missing);
  lackAll(evaluation, byCaps.missing);
  lackAll(evaluation, told.missing);
  if (carrier !== undefined) lackAll(evaluation, carrier.missing);
  if (dates !== undefined) lackAll(evaluation, dates.missing);
  const expected = expectedCost(offered, alwaysAdd, basis);
  const keyOf = remedyKeys(caseFile);
  const { policies, rules, missing } = evaluation.provenance();

  const excluded = joinedExclusions(unpaid, doable, possible, left, byCaps);
  return answeredRemedies(
    {
      tier: listed.tier ?? null,
      choices: answeredChoices(offered, keyOf),
      alwaysAdd,
      beyondExpectation: bound === undefined ? null : bound.beyondExpectation,
      returnRequired: offered.length > 0 && (listed.returnRequired ?? returnIsRequired(offered)),
      advancePayout: !nothingLeft && (claimWanted?.payFirst ?? false),
      carrierClaim,
      cost: costRange(offered),
      expectedCost: expected,
      refundable: caseFile.order?.total && "money" in basis.refundable ? basis.refundable.money : undefined,
      excluded,
      deadlines: dates?.deadlines ?? [],
      approval: approvals[0] ?? null,
      idempotencyKey: keyOf("offer"),
      plays: plays.slice(),
      policies,
      rules,
      missing,
    },
    approvals,
    playSteps,
  );
}

// Apart from the decision: what a function made in it takes from it would be slower to read everywhere in it.
function inStock(caseFile: CaseFile): (remedy: RemedyDefinition) => boolean {
  return (remedy) => isInStock(remedy, caseFile);
}

function currencyIn(policySet: RemedyPolicySet): (rule: FiredRule) => string {
  return (rule) => currencyOfCap(rule, policySet);
}

function factsIn(evaluation: RemedyEvaluation): (fact: string) => unknown {
  return (fact) => evaluation.fact(fact);
}

function holdAmong(exclusions: readonly ExclusionRule[]): ExclusionRule | undefined {
  for (let index = 0; index < exclusions.length; index += 1) if (exclusions[index]?.event.type === "hold") return exclusions[index];
  return undefined;
}

function isExcludedBy(hold: ExclusionRule, excluded: readonly ExcludedRemedy[]): boolean {
  const id = ruleId(hold);
  for (let index = 0; index < excluded.length; index += 1) if (excluded[index]?.rule === id) return true;
  return false;
}

function recordFollowed(evaluation: RemedyEvaluation, rules: readonly CapRule[], followed: readonly CapRule[]): void {
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index] as CapRule;
    if (followed.includes(rule)) evaluation.record(rule);
  }
}

function lackAll(evaluation: RemedyEvaluation, names: readonly string[]): void {
  for (let index = 0; index < names.length; index += 1) evaluation.lacks(names[index] as string);
}
