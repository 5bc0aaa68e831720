import type { CaseFile, ExcludedRemedy, Money, RemedyKind } from "@amends/core/model";
import { convertUnits, safeUnits } from "@amends/core/money";
import type { FiredRule } from "@amends/core/rules";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import { compareWithLimit, type Comparison, type NeededApproval } from "./approval.js";
import { limitLeft } from "./cap-limit.js";
import { inCurrency, type RateLimits } from "./cost-basis.js";
import { knownCaps, type KnownCap } from "./known-caps.js";
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
  const caps = knownCaps(rules);
  const left = new Array<readonly KnownAmount[] | undefined>(caps.length);
  const capping: Capping = { caps, currencyOf, caseFile, limits, left, approvals: none, followed: none, missing: none };
  let kept: OfferedChoice[] | undefined;
  let excluded: ExcludedRemedy[] | undefined;
  for (let index = 0; index < choices.length; index += 1) {
    const offered = choices[index] as OfferedChoice;
    const reason = reasonAgainst(offered, capping);
    if (reason === undefined) kept?.push(offered);
    else {
      kept ??= choices.slice(0, index);
      if (excluded === undefined) excluded = [reason];
      else excluded.push(reason);
    }
  }
  const { approvals, followed, missing } = capping;
  const inTurn = approvals.length > 1 && followed.length > 1 ? approvalsInTurn(approvals, caps) : approvals;
  const inOrder = followed.length < 2 ? followed : followedInOrder(rules, followed);
  return { kept: kept ?? choices, excluded: excluded ?? none, approvals: inTurn, followed: inOrder, missing };
}

/** The caps' own order, whichever choice each is about: the highest priority speaks first. */
function approvalsInTurn(approvals: readonly NeededApproval[], caps: readonly KnownCap[]): readonly NeededApproval[] {
  const order = (rule: string) => caps.findIndex(({ id }) => id === rule);
  return approvals.toSorted((one, other) => order(one.rule) - order(other.rule));
}

function followedInOrder(rules: readonly CapRule[], followed: readonly CapRule[]): readonly CapRule[] {
  return rules.filter((rule) => followed.includes(rule));
}

const none: readonly never[] = [];

/** The caps of one case, what they leave as far as it was asked, and what they did. */
interface Capping {
  readonly caps: readonly KnownCap[];
  readonly currencyOf: (rule: FiredRule) => string;
  readonly caseFile: CaseFile;
  readonly limits: RateLimits;
  readonly left: (readonly KnownAmount[] | undefined)[];
  approvals: readonly NeededApproval[];
  followed: readonly CapRule[];
  missing: readonly string[];
}

function reasonAgainst(offered: OfferedChoice, capping: Capping): ExcludedRemedy | undefined {
  const { remedy, cost, units: own, statutory } = offered;
  const { caps, currencyOf, caseFile, limits, left } = capping;
  const isLater = "later" in cost;
  // Most caps are in one currency: the cost is converted once for all of them.
  let convertedTo: string | undefined;
  let units = Number.NaN;
  for (let index = 0; index < caps.length; index += 1) {
    const cap = caps[index] as KnownCap;
    if (!cap.remedies.includes(remedy) || (statutory && cap.isOfGoodwill)) continue;
    // The cap is held to what is known; that earlier goodwill isn't, is said.
    if (cap.isOfCustomer && !isLater && !caseFile.customer?.goodwill) capping.missing = joined(capping.missing, "customer.goodwill");
    let comparison: Comparison = "within";
    const whole = cap.whole(currencyOf);
    const pots = (left[index] ??= whole !== undefined && isWhole(cap, caseFile) ? whole : limitLeft(cap.rule, whole, caseFile, limits));
    for (let pot = 0; pot < pots.length; pot += 1) {
      const limit = pots[pot] as KnownAmount;
      let against: Comparison;
      if ("missing" in limit) against = { unknown: limit.missing };
      else if (isLater) continue;
      else {
        const { currency } = limit.money;
        if (convertedTo !== currency) {
          convertedTo = currency;
          units = "missing" in cost ? Number.NaN : unitsIn(currency, cost.money, own, caseFile, limits);
        }
        const most = pots === whole ? cap.units : safeUnits(limit.money);
        // What numbers don't hold, and what can't be converted, is compared exactly, or says why not.
        if (Number.isNaN(units) || Number.isNaN(most)) against = compareWithLimit(costIn(currency, cost, caseFile, limits), limit.money);
        else against = units > most ? "above" : "within";
      }
      // Being above one pot is an answer, whatever lacks of another.
      if (against === "above" || comparison === "within") comparison = against;
      if (comparison === "above") break;
    }
    if (comparison === "within") continue;
    if (!capping.followed.includes(cap.rule)) capping.followed = joined(capping.followed, cap.rule);
    if (comparison !== "above") {
      capping.missing = [...capping.missing, ...comparison.unknown];
      approve(capping, cap, `the cap can't be judged without ${comparison.unknown.join(", ")}`);
    } else if (statutory) {
      approve(capping, cap, `${remedy} is owed, and costs more than the cap: ${cap.because}`);
    } else {
      return { remedy, reason: cap.isOfBudget ? "over_budget" : "above_cap", because: cap.because, rule: cap.id };
    }
  }
  return undefined;
}

/** Whether nothing was given before that counts, as for most cases. */
function isWhole({ isOfCustomer }: KnownCap, { payouts, customer }: CaseFile): boolean {
  const given = isOfCustomer ? customer?.goodwill : payouts;
  return given === undefined || given === null || given.length === 0;
}

function approve(capping: Capping, { role, id }: KnownCap, because: string): void {
  capping.approvals = joined(capping.approvals, { needed: true, role, because, rule: id });
}

/** A list with one more: nearly all stay empty, or have one. */
function joined<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.length === 0 ? [item] : [...list, item];
}

function unitsIn(currency: string, money: Money, units: number, { rates }: CaseFile, { now, maximumAgeDays }: RateLimits): number {
  if (money.currency === currency) return units;
  return convertUnits(units, money.currency, currency, rates, { rounding: "up", at: now, maximumAgeDays });
}

/** Converted amounts round up: not even a part of a cent slips by a cap. */
function costIn(currency: string, cost: KnownAmount, caseFile: CaseFile, limits: RateLimits): KnownAmount {
  return "missing" in cost ? cost : inCurrency(cost.money, currency, caseFile, limits, "up");
}
