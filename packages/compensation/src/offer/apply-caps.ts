import type { CaseFile, Money, RemedyKind } from "@amends/core/model";
import { subtractMoney } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import { approvalBy, compareWithLimit, limitOf, type Comparison, type NeededApproval } from "./approval.js";
import { inCurrency, type RateLimits } from "./cost-basis.js";
import { narrow, type Narrowed, type OfferedChoice } from "./offered-choice.js";

/** A cap rule that fired. */
export type CapRule = FiredRule<{
  readonly type: "cap";
  readonly params: {
    readonly remedies: readonly RemedyKind[];
    readonly limit?: number | undefined;
    readonly budget?: string | undefined;
    readonly goodwillOnly?: boolean | undefined;
    readonly role: string;
  };
}>;

/** What the caps leave, the approvals they ask for, the rules that did either, and what lacked to judge them. */
export interface Capped extends Narrowed {
  readonly approvals: readonly NeededApproval[];
  readonly followed: readonly CapRule[];
  readonly missing: readonly string[];
}

/**
 * Takes out what costs more than a cap. What is owed stays and needs an approval, unless the cap is one of goodwill alone; so does
 * what can't be judged, because a rate or an amount is missing. What costs only when it is used has no amount to cap.
 */
export function applyCaps(
  choices: readonly OfferedChoice[],
  rules: readonly CapRule[],
  currencyOf: (rule: FiredRule) => string,
  caseFile: CaseFile,
  limits: RateLimits,
): Capped {
  const approvals: NeededApproval[] = [];
  const missing: string[] = [];
  const followed = new Set<CapRule>();
  const known = new Map<CapRule, KnownAmount | undefined>();
  const limitOnce = (rule: CapRule) => {
    if (!known.has(rule)) known.set(rule, limitBy(rule, currencyOf, caseFile, limits));
    return known.get(rule);
  };
  const narrowed = narrow(choices, (offered) => {
    for (const rule of rules.filter(({ event }) => event.params.remedies.includes(offered.choice.remedy))) {
      if (offered.statutory && rule.event.params.goodwillOnly === true) continue;
      const limit = limitOnce(rule);
      const comparison =
        limit === undefined ? "within" : "missing" in limit ? { unknown: limit.missing } : compare(offered, limit.money, caseFile, limits);
      if (comparison === "within") continue;
      followed.add(rule);
      const { budget, role } = rule.event.params;
      if (comparison !== "above") {
        missing.push(...comparison.unknown);
        approvals.push(approvalBy(rule, role, `the cap can't be judged without ${comparison.unknown.join(", ")}`));
      } else if (offered.statutory) {
        approvals.push(
          approvalBy(rule, role, `${offered.choice.remedy} is owed, and costs more than the cap: ${rule.because ?? rule.rule}`),
        );
      } else {
        return { reason: budget === undefined ? "above_cap" : "over_budget", because: rule.because ?? rule.rule, rule: ruleId(rule) };
      }
    }
    return undefined;
  });
  return { ...narrowed, approvals, followed: rules.filter((rule) => followed.has(rule)), missing };
}

/** The cap itself, or what is left of its budget; a budget that the case doesn't have caps nothing. */
function limitBy(rule: CapRule, currencyOf: (rule: FiredRule) => string, caseFile: CaseFile, limits: RateLimits): KnownAmount | undefined {
  const { limit, budget } = rule.event.params;
  if (limit !== undefined) return { money: limitOf(limit, currencyOf(rule)) };
  const pot = caseFile.budgets?.find(({ name }) => name === budget);
  if (!pot?.limit) return undefined;
  if (!pot.spent) return { missing: [`budgets.${budget}.spent`] };
  const spent = inCurrency(pot.spent, pot.limit.currency, caseFile, limits);
  return "missing" in spent ? spent : { money: subtractMoney(pot.limit, spent.money) };
}

function compare({ cost }: OfferedChoice, limit: Money, caseFile: CaseFile, limits: RateLimits): Comparison {
  if ("later" in cost) return "within";
  return compareWithLimit("missing" in cost ? cost : inCurrency(cost.money, limit.currency, caseFile, limits), limit);
}
