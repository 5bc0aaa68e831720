import type { Policy } from "@amends/core/rules";

/** The rules that go before one: of a higher priority, or of the same and earlier in the file. */
export function rulesBefore(policy: Policy, index: number): readonly number[] {
  const priority = policy.rules[index]?.priority ?? 1;
  return policy.rules.flatMap((rule, place) => {
    const other = rule.priority ?? 1;
    return other > priority || (other === priority && place < index) ? [place] : [];
  });
}
