import type { FiredRule } from "@amends/core/rules";
import { approvalBy, type NeededApproval } from "./approval.js";

type ApprovalRule = FiredRule<{ readonly type: "approval"; readonly params: { readonly role: string } }>;

const known = new WeakMap<readonly ApprovalRule[], NeededApproval>();

/** The approval that the first of the rules that fired asks for, in an object of one answer's own; undefined where none did. */
export function askedApproval(fired: readonly ApprovalRule[]): NeededApproval | undefined {
  if (fired.length === 0) return undefined;
  let approval = known.get(fired);
  if (approval === undefined) {
    const rule = fired[0] as ApprovalRule;
    approval = approvalBy(rule, rule.event.params.role, rule.because ?? rule.rule);
    // Lists that can't change come again and again with case after case.
    if (Object.isFrozen(fired)) known.set(fired, approval);
  }
  const { role, because, rule: id } = approval;
  return { needed: true, role, because, rule: id };
}
