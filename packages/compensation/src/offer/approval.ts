import type { Money } from "@amends/core/model";
import { ruleId, type FiredRule } from "@amends/core/rules";
import { compareMoney, findCurrency, fromMinorUnits, roundDecimal, toMinorUnits } from "@amends/core/money";
import type { KnownAmount } from "../remedies/remedy-definition.js";

/** Whose approval an offer needs, why, and by which rule. */
export interface NeededApproval {
  readonly needed: true;
  readonly role: string;
  readonly because: string;
  readonly rule: string;
}

/** How an amount stands to a limit; `unknown` names what lacks. */
export type Comparison = "within" | "above" | { readonly unknown: readonly string[] };

/** Compares a known amount, already in the limit's currency, with a limit in major units. */
export function compareWithLimit(amount: KnownAmount, limit: Money): Comparison {
  if ("missing" in amount) return { unknown: amount.missing };
  return compareMoney(amount.money, limit) > 0 ? "above" : "within";
}

/** A limit of a policy as money: digits beyond the currency's are cut off, so that a limit never grows. */
export function limitOf(limit: number, currency: string): Money {
  const digits = findCurrency(currency)?.digits ?? 0;
  const money = { amount: roundDecimal(limit, digits, "down"), currency };
  return fromMinorUnits(toMinorUnits(money, "limit"), currency);
}

/** A fired rule as the approval it asks for. */
export function approvalBy(rule: FiredRule, role: string, because: string): NeededApproval {
  return { needed: true, role, because, rule: ruleId(rule) };
}

/** Each approval once: those of the caps, then the one that the approval policies ask for. */
export function neededApprovals(byCaps: readonly NeededApproval[], asked: NeededApproval | undefined): NeededApproval[] {
  if (byCaps.length === 0) return asked === undefined ? [] : [asked];
  const all: NeededApproval[] = [];
  for (let index = 0; index < byCaps.length; index += 1) pushOnce(all, byCaps[index] as NeededApproval);
  if (asked !== undefined) pushOnce(all, asked);
  return all;
}

function pushOnce(all: NeededApproval[], approval: NeededApproval): void {
  for (const { role, rule } of all) if (role === approval.role && rule === approval.rule) return;
  all.push(approval);
}
