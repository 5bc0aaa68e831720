import { safeUnits } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { RemedyKind } from "@amends/core/model";
import { copiedList } from "../facts/copied-list.js";
import type { CapRule } from "./apply-caps.js";
import { wholeLimit, type WholeLimit } from "./cap-limit.js";

/** A cap that fired, in members of one form, which are read far quicker than those of policies. */
export class KnownCap {
  readonly rule: CapRule;
  readonly id: string;
  readonly because: string;
  readonly remedies: readonly RemedyKind[];
  readonly role: string;
  readonly isOfBudget: boolean;
  readonly isOfGoodwill: boolean;
  readonly isOfCustomer: boolean;
  readonly #limit: number | undefined;
  #whole: WholeLimit | undefined;
  #units = Number.NaN;

  constructor(rule: CapRule) {
    const { remedies, limit, budget, per, goodwillOnly, role } = rule.event.params;
    this.rule = rule;
    this.id = ruleId(rule);
    this.because = rule.because ?? rule.rule;
    this.remedies = copiedList(remedies);
    this.role = role;
    this.isOfBudget = budget !== undefined;
    this.isOfGoodwill = goodwillOnly === true;
    this.isOfCustomer = per === "customer";
    this.#limit = limit;
  }

  /** Its limit before anything was given; undefined for a budget, which says nothing of a limit. */
  whole(currencyOf: (rule: FiredRule) => string): WholeLimit | undefined {
    if (this.#whole !== undefined || this.#limit === undefined) return this.#whole;
    this.#whole = wholeLimit(this.rule, this.#limit, currencyOf);
    this.#units = safeUnits(this.#whole[0].money);
    return this.#whole;
  }

  /** The minor units of the whole limit, once it was asked for, where numbers hold them. */
  get units(): number {
    return this.#units;
  }
}

const known = new WeakMap<readonly CapRule[], readonly KnownCap[]>();

/** The caps that fired. Lists that can't change come again and again with case after case: each is read once. */
export function knownCaps(rules: readonly CapRule[]): readonly KnownCap[] {
  const before = known.get(rules);
  if (before !== undefined) return before;
  const made = copiedList(rules).map((rule) => new KnownCap(rule));
  if (Object.isFrozen(rules)) known.set(rules, made);
  return made;
}
