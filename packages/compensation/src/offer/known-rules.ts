import type { RemedyKind } from "@amends/core/model";
import { copiedList } from "../facts/copied-list.js";

/** A rule about remedies that fired. */
interface RemedyRule {
  readonly event: { readonly params: { readonly remedies: readonly RemedyKind[] } };
}

/** A rule, and a list of the remedies it is about that is read quickly. */
export interface KnownRule<Rule extends RemedyRule> {
  readonly rule: Rule;
  readonly remedies: readonly RemedyKind[];
}

const known = new WeakMap<readonly RemedyRule[], readonly KnownRule<RemedyRule>[]>();

/**
 * The rules that fired, each with its remedies, in lists that aren't frozen: engines read frozen ones several times slower. Lists that
 * can't change come again and again with case after case: each is copied once.
 */
export function knownRules<Rule extends RemedyRule>(rules: readonly Rule[]): readonly KnownRule<Rule>[] {
  const before = known.get(rules);
  if (before !== undefined) return before as readonly KnownRule<Rule>[];
  const made: KnownRule<Rule>[] = [];
  for (const rule of rules) made.push({ rule, remedies: copiedList(rule.event.params.remedies) });
  if (Object.isFrozen(rules)) known.set(rules, made);
  return made;
}
