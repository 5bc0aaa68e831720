import type { CaseFile, ExcludedRemedy, Money, RemedyKind } from "@amends/core/model";
import { convertUnits, safeUnits } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import { approvalBy, compareWithLimit, type Comparison, type NeededApproval } from "./approval.js";
import { capLimits } from "./cap-limit.js";
import { inCurrency, type RateLimits } from "./cost-basis.js";
import { knownRules, type KnownRule } from "./known-rules.js";
import type { Narrowed, OfferedChoice } from "./offered-choice.js";

/** A cap rule that fired. */
export type CapRule = FiredRule<{
  readonly type: "cap";
  readonly params: {
    readonly remedies: readonly RemedyKind[];
    readonly limit?: number | undefined;
    readonly budget?: string | undefined;
    readonly per?: "case" | "customer" | undefined;
    readonly days?: number | undefined;
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
 * Takes out what costs more than a cap leaves. What is owed stays and needs an approval, unless the cap is one of goodwill alone; so
 * does what can't be judged, because a rate or an amount is missing. What costs only when it is used has no amount to cap.
 */
export function applyCaps(
  choices: readonly OfferedChoice[],
  rules: readonly CapRule[],
  currencyOf: (rule: FiredRule) => string,
  caseFile: CaseFile,
  limits: RateLimits,
): Capped {
  if (rules.length === 0 || choices.length === 0) return { kept: choices, excluded: none, approvals: none, followed: none, missing: none };
  const capping: Capping = { caps: knownRules(rules), currencyOf, caseFile, limits, left: [], approvals: [], followed: [], missing: [] };
  let kept: OfferedChoice[] | undefined;
  let excluded: ExcludedRemedy[] | undefined;
  for (let index = 0; index < choices.length; index += 1) {
    const offered = choices[index] as OfferedChoice;
    const reason = reasonAgainst(offered, capping);
    if (reason === undefined) kept?.push(offered);
    else {
      kept ??= choices.slice(0, index);
      (excluded ??= []).push(reason);
    }
  }
  const { approvals, followed, missing } = capping;
  // The caps' own order, whichever choice each is about: the highest priority speaks first.
  if (approvals.length > 1 && followed.length > 1) {
    const order = rules.map(ruleId);
    approvals.sort((one, other) => order.indexOf(one.rule) - order.indexOf(other.rule));
  }
  const inOrder = followed.length < 2 ? followed : rules.filter((rule) => followed.includes(rule));
  return { kept: kept ?? choices, excluded: excluded ?? none, approvals, followed: inOrder, missing };
}

const none: readonly never[] = [];

/** The caps of one case, what they leave as far as it was asked, and what they did. */
interface Capping {
  readonly caps: readonly KnownRule<CapRule>[];
  readonly currencyOf: (rule: FiredRule) => string;
  readonly caseFile: CaseFile;
  readonly limits: RateLimits;
  readonly left: (readonly KnownAmount[] | undefined)[];
  readonly approvals: NeededApproval[];
  readonly followed: CapRule[];
  readonly missing: string[];
}

function reasonAgainst(offered: OfferedChoice, capping: Capping): ExcludedRemedy | undefined {
  const { remedy, cost, units: own, statutory } = offered;
  const { caps, currencyOf, caseFile, limits, left, approvals, followed, missing } = capping;
  // Most caps are in one currency: the cost is converted once for all of them.
  let convertedTo: string | undefined;
  let units = Number.NaN;
  for (let index = 0; index < caps.length; index += 1) {
    const { rule, remedies } = caps[index] as KnownRule<CapRule>;
    if (!remedies.includes(remedy)) continue;
    const { budget, role, goodwillOnly, per } = rule.event.params;
    if (statutory && goodwillOnly === true) continue;
    // The cap is held to what is known; that earlier goodwill isn't, is said.
    if (per === "customer" && !("later" in cost) && !caseFile.customer?.goodwill) missing.push("customer.goodwill");
    let comparison: Comparison = "within";
    const pots = (left[index] ??= capLimits(rule, currencyOf, caseFile, limits));
    for (let pot = 0; pot < pots.length; pot += 1) {
      const limit = pots[pot] as KnownAmount;
      let against: Comparison;
      if ("missing" in limit) against = { unknown: limit.missing };
      else if ("later" in cost) continue;
      else {
        const { currency } = limit.money;
        if (convertedTo !== currency) {
          convertedTo = currency;
          units = "missing" in cost ? Number.NaN : unitsIn(currency, cost.money, own, caseFile, limits);
        }
        const most = safeUnits(limit.money);
        // What numbers don't hold, and what can't be converted, is compared exactly, or says why not.
        if (Number.isNaN(units) || Number.isNaN(most)) against = compareWithLimit(costIn(currency, cost, caseFile, limits), limit.money);
        else against = units > most ? "above" : "within";
      }
      // Being above one pot is an answer, whatever lacks of another.
      if (against === "above" || comparison === "within") comparison = against;
      if (comparison === "above") break;
    }
    if (comparison === "within") continue;
    if (!followed.includes(rule)) followed.push(rule);
    if (comparison !== "above") {
      missing.push(...comparison.unknown);
      approvals.push(approvalBy(rule, role, `the cap can't be judged without ${comparison.unknown.join(", ")}`));
    } else if (statutory) {
      approvals.push(approvalBy(rule, role, `${remedy} is owed, and costs more than the cap: ${rule.because ?? rule.rule}`));
    } else {
      return { remedy, reason: budget === undefined ? "above_cap" : "over_budget", because: rule.because ?? rule.rule, rule: ruleId(rule) };
    }
  }
  return undefined;
}

function unitsIn(currency: string, money: Money, units: number, { rates }: CaseFile, { now, maximumAgeDays }: RateLimits): number {
  if (money.currency === currency) return units;
  return convertUnits(units, money.currency, currency, rates, { rounding: "up", at: now, maximumAgeDays });
}

/** Converted amounts round up: not even a part of a cent slips by a cap. */
function costIn(currency: string, cost: KnownAmount, caseFile: CaseFile, limits: RateLimits): KnownAmount {
  return "missing" in cost ? cost : inCurrency(cost.money, currency, caseFile, limits, "up");
}
