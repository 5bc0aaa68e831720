import { InvalidPolicyError } from "@amends/core/errors";
import { issueTypes, type CaseFile, type Money, type Remedies, type Undecided } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { Context, Evaluation, PolicySet } from "@amends/core/stage";
import { draftCarrierClaim } from "../carrier-claim/draft-carrier-claim.js";
import { bindingDates } from "../deadlines/binding-dates.js";
import { applyCaps } from "./apply-caps.js";
import { applyExclusions, type ExclusionRule } from "./apply-exclusions.js";
import { approvalBy } from "./approval.js";
import { beyondExpectation } from "./beyond-expectation.js";
import { costBasis } from "./cost-basis.js";
import { costRates } from "./cost-rates.js";
import { costChoices } from "./cost-choices.js";
import { approvalCurrency, costFacts } from "./cost-facts.js";
import type { remedyDecisions, remedyEvents } from "./events.js";
import { excludePaid } from "./exclude-paid.js";
import { holdGoodwill } from "./hold-goodwill.js";
import { maximumRateAge } from "./maximum-rate-age.js";
import { remedyKey } from "./remedy-key.js";

/** The policies of the remedies stage, compiled. */
export type RemedyPolicySet = PolicySet<typeof remedyEvents, typeof remedyDecisions>;

type RemedyEvaluation = Evaluation<typeof remedyEvents, typeof remedyDecisions>;

/** Decides one case: the offer, then what exclusions, payouts and caps leave of it, then everything that goes beside it. */
export function decideRemedies(
  caseFile: CaseFile,
  evaluation: RemedyEvaluation,
  context: Context,
  policySet: RemedyPolicySet,
): Remedies | Undecided {
  if (evaluation.fact("claim.issue") === undefined) return { undecided: true, missing: ["claim.issueType", "classification.issueType"] };
  const claimed = caseFile.claim?.issueType;
  if (claimed && !issueTypes.some((issue) => issue === claimed)) evaluation.lacks("claim.issueType");
  const limits = { now: context.now, maximumAgeDays: maximumRateAge(policySet) };
  const basis = costBasis(caseFile, limits, costRates(policySet.policiesFor("offer")));
  const currencyOf = currenciesOf(policySet);

  const offer = evaluation.decide("offer").events[0]?.params ?? { tier: null, choices: [] };
  evaluation.set({ "offer.tier": offer.tier ?? 0, "offer.remedies": offer.choices.map(({ remedy }) => remedy) });
  const added = evaluation.decide("additions").events.map(({ params }) => params.alwaysAdd);
  // What the offer itself adds goes before, and an earlier addition before a later one.
  const additions = Object.assign({}, ...[...added].reverse(), offer.alwaysAdd) as Record<string, unknown>;

  const unpaid = excludePaid(costChoices(caseFile, offer, basis), caseFile, basis);
  const exclusions = evaluation.decide("exclusions", { record: false }).fired;
  const possible = applyExclusions(unpaid.kept, exclusions);
  const settled = unpaid.kept.length === 0 && offer.choices.length > 0;
  const hold: ExclusionRule | undefined = exclusions.find(({ event }) => event.type === "hold");
  const beyond = beyondExpectationOf(caseFile, policySet);
  const left = holdGoodwill({ choices: possible.kept, alwaysAdd: settled ? {} : additions, beyondExpectation: beyond }, hold);
  const held = [...possible.excluded.filter(({ rule }) => hold !== undefined && rule === ruleId(hold)), ...left.excluded];
  evaluation.record(...exclusions.filter((rule) => possible.followed.includes(rule) || (rule === hold && held.length > 0)));
  const capped = applyCaps(left.choices, evaluation.decide("caps", { record: false }).fired, currencyOf, caseFile, limits);
  evaluation.record(...capped.followed);
  const offered = capped.kept;
  // What goes with a choice goes with none where none is left, or asking again would add it again.
  const nothingLeft = offered.length === 0 && offer.choices.length > 0;
  const told = costFacts(offered, approvalCurrency(policySet.policiesFor("approvals")), caseFile, limits);
  evaluation.set({ "offer.maximumCost": told.maximumCost, "offer.costKnown": told.costKnown });
  // Where nothing is offered and nothing waits, nothing is there to approve.
  const [asked] = offered.length === 0 && held.length === 0 ? [] : evaluation.decide("approvals").fired;
  const approval =
    asked === undefined ? (capped.approvals[0] ?? null) : approvalBy(asked, asked.event.params.role, asked.because ?? asked.rule);

  const plays = [...new Set(evaluation.decide("plays").events.map(({ params }) => params.play))];
  const claimWanted = evaluation.decide("carrierClaim").events[0]?.params;
  const carrier = claimWanted === undefined ? undefined : draftCarrierClaim(caseFile, { ...claimWanted, amount: basis.order }, context);
  const carrierClaim = carrier?.claim ?? null;
  const dates = bindingDates(evaluation.decide("deadlines").fired, (fact) => evaluation.fact(fact), carrierClaim, caseFile, context);
  for (const name of [...capped.missing, ...told.missing, ...(carrier?.missing ?? []), ...dates.missing]) evaluation.lacks(name);

  return {
    tier: offer.tier,
    choices: offered.map(({ choice }) => choice),
    alwaysAdd: nothingLeft ? {} : { ...left.alwaysAdd },
    beyondExpectation: left.beyondExpectation,
    returnRequired: offered.length > 0 && (offer.returnRequired ?? false),
    advancePayout: !nothingLeft && (claimWanted?.payFirst ?? false),
    carrierClaim,
    cost: rangeOf(offered.flatMap(({ cost }) => ("money" in cost ? [cost.money] : []))),
    excluded: [...unpaid.excluded, ...possible.excluded, ...left.excluded, ...capped.excluded],
    deadlines: dates.deadlines,
    approval,
    idempotencyKey: remedyKey(caseFile, "offer"),
    plays,
    ...evaluation.provenance(),
  };
}

/** Costs of one case are in one currency. */
function rangeOf(costs: readonly Money[]): { min: Money; max: Money } | null {
  const [first] = costs;
  if (first === undefined) return null;
  const min = costs.reduce((least, cost) => (compareMoney(cost, least) < 0 ? cost : least), first);
  const max = costs.reduce((most, cost) => (compareMoney(cost, most) > 0 ? cost : most), first);
  return { min, max };
}

function beyondExpectationOf(caseFile: CaseFile, policySet: RemedyPolicySet): Remedies["beyondExpectation"] {
  const [minimum, maximum] = [percent(policySet, "expectationMinimumPercent"), percent(policySet, "expectationMaximumPercent")];
  return beyondExpectation(caseFile, minimum, maximum);
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

/** A limit is an amount only in its policy's currency. */
function currenciesOf(policySet: RemedyPolicySet): (rule: FiredRule) => string {
  return ({ policy: name, rule }) => {
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
  };
}
