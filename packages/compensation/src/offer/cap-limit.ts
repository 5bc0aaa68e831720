import type { CaseFile, Money } from "@amends/core/model";
import { fromMinorUnits, signOfMoney, subtractMoney } from "@amends/core/money";
import type { FiredRule } from "@amends/core/rules";
import { formatInstant, readInstant } from "@amends/core/time";
import type { KnownAmount } from "../remedies/remedy-definition.js";
import type { CapRule } from "./apply-caps.js";
import { limitOf } from "./approval.js";
import { inCurrency, type RateLimits } from "./cost-basis.js";

const dayMilliseconds = 86_400_000;

/**
 * What a cap leaves: its limit less what was given before, on this case by the remedies it names or to this customer as goodwill; or
 * the rest of each pot of its budget, all of which bind. None where nothing limits: a budget that the case doesn't have.
 */
export function capLimits(
  rule: CapRule,
  currencyOf: (rule: FiredRule) => string,
  caseFile: CaseFile,
  limits: RateLimits,
): readonly KnownAmount[] {
  const { limit, budget } = rule.event.params;
  if (limit === undefined) return budgetLeft(budget as string, caseFile, limits);
  return limitLeft(rule, wholeLimit(rule, limit, currencyOf), caseFile, limits);
}

/** The same of a cap whose whole limit is known, undefined for a budget: the very same limit where nothing was given before. */
export function limitLeft(rule: CapRule, whole: WholeLimit | undefined, caseFile: CaseFile, limits: RateLimits): readonly KnownAmount[] {
  if (whole === undefined) return budgetLeft(rule.event.params.budget as string, caseFile, limits);
  const given = givenBefore(rule, caseFile, limits.now);
  return given.length === 0 ? whole : [less(whole[0].money, given, caseFile, limits)];
}

/** A limit before anything was given, in the list that what is left of it is told in. */
export type WholeLimit = readonly [{ readonly money: Money }];

const knownLimits = new WeakMap<object, WholeLimit>();

/** The limit as money, found once for each rule: its params are the policy's own, the same for every case. */
export function wholeLimit(rule: CapRule, limit: number, currencyOf: (rule: FiredRule) => string): WholeLimit {
  const known = knownLimits.get(rule.event.params);
  if (known !== undefined) return known;
  // Answers may hold it: who changes an answer changes no later limit.
  const whole: WholeLimit = [{ money: Object.freeze(limitOf(limit, currencyOf(rule))) }];
  knownLimits.set(rule.event.params, whole);
  return whole;
}

const nothing: readonly Money[] = [];

function givenBefore({ event: { params } }: CapRule, { payouts, customer }: CaseFile, now: number): readonly Money[] {
  if (params.per !== "customer") {
    if (!payouts || payouts.length === 0) return nothing;
    return payouts.flatMap(({ remedy, amount }) => (amount && params.remedies.some((kind) => kind === remedy) ? [amount] : []));
  }
  if (!customer?.goodwill || customer.goodwill.length === 0) return nothing;
  const since = params.days === undefined ? undefined : now - params.days * dayMilliseconds;
  return customer.goodwill.flatMap(({ at, amount }) => {
    const given = readInstant(at);
    // Goodwill of an unknown date counts: money is rather kept than given twice.
    return amount && (since === undefined || given === undefined || given > since) ? [amount] : [];
  });
}

function less(whole: Money, given: readonly Money[], caseFile: CaseFile, limits: RateLimits): KnownAmount {
  let left = whole;
  for (const amount of given) {
    const converted = inCurrency(amount, whole.currency, caseFile, limits, "up");
    if ("missing" in converted) return converted;
    left = subtractMoney(left, converted.money);
  }
  return { money: atLeastNothing(left) };
}

/** Of a limit that was overstepped nothing is left, and what costs nothing isn't above that. */
function atLeastNothing(left: Money): Money {
  return signOfMoney(left) < 0 ? fromMinorUnits(0, left.currency) : left;
}

/** What is left of each pot of the budget that covers now, whatever their order. A budget none of whose periods is now can't be judged. */
function budgetLeft(name: string, caseFile: CaseFile, limits: RateLimits): readonly KnownAmount[] {
  const pots = (caseFile.budgets ?? []).filter((pot) => pot.name === name && pot.limit);
  if (pots.length === 0) return [];
  const binding = pots.filter(({ period }) => coversNow(period, limits.now));
  if (binding.length === 0) return [{ missing: [`budgets.${name}.period`] }];
  return binding.map((pot) => potLeft(name, pot, caseFile, limits));
}

type Pot = NonNullable<CaseFile["budgets"]>[number];

function potLeft(name: string, pot: Pot, caseFile: CaseFile, limits: RateLimits): KnownAmount {
  if (!pot.spent) return { missing: [`budgets.${name}.spent`] };
  const limit = pot.limit as Money;
  const spent = inCurrency(pot.spent, limit.currency, caseFile, limits, "up");
  return "missing" in spent ? spent : { money: atLeastNothing(subtractMoney(limit, spent.money)) };
}

/** Whether a period is now: a year, a quarter, a month or a day in UTC. Without one, or in other words, the host chose the budget. */
function coversNow(period: string | null | undefined, now: number): boolean {
  if (!period || !/^\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$/.test(period)) return true;
  const date = formatInstant(now).slice(0, 10);
  const quarter = `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  return date.startsWith(period) || period === quarter;
}
