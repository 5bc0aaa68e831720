import { InvalidMoneyError } from "@amends/core/errors";
import type { Money } from "@amends/core/model";
import { moneyFindings, signOfMoney } from "@amends/core/money";

/**
 * An amount of a claim, which is never below zero: a negative payment would add to what the carrier owes.
 *
 * @throws {InvalidMoneyError} where it is unreadable, or below zero.
 */
export function claimAmount(money: Money, path: string): Money {
  const findings = moneyFindings(money, path);
  if (findings.length > 0) throw new InvalidMoneyError(findings);
  if (signOfMoney(money) >= 0) return money;
  const message = `${money.amount} ${money.currency} is below zero`;
  throw new InvalidMoneyError([{ code: "amount_negative", message, path: `${path}.amount`, expected: "an amount of zero or more" }]);
}
