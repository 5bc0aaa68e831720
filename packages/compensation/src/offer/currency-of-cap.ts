import { InvalidPolicyError, quotable } from "@amends/core/errors";
import type { FiredRule } from "@amends/core/rules";
import type { RemedyPolicySet } from "./remedy-policy-set.js";

/** A limit is an amount only in its policy's currency. */
export function currencyOfCap({ policy: name, rule }: FiredRule, policySet: RemedyPolicySet): string {
  const currency = policySet.policiesFor("caps").find(({ policy }) => policy.policy === name)?.policy.currency;
  if (currency !== undefined) return currency;
  throw new InvalidPolicyError([
    {
      code: "currency_missing",
      message: `rule "${quotable(rule)}" of ${name} names a limit, but the policy no currency`,
      path: "currency",
      fix: 'add "currency" to the policy',
    },
  ]);
}
