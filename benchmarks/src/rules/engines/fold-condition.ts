import type { Comparison, Condition } from "../workload/benchmark-rule.js";

/** What becomes of each kind of condition. */
export interface ConditionForms<Form> {
  comparison(comparison: Comparison): Form;
  all(members: readonly Form[]): Form;
  any(members: readonly Form[]): Form;
  not(member: Form): Form;
}

/** Writes a condition in another form, from the leaves up. */
export function foldCondition<Form>(condition: Condition, forms: ConditionForms<Form>): Form {
  if ("all" in condition) return forms.all(condition.all.map((member) => foldCondition(member, forms)));
  if ("any" in condition) return forms.any(condition.any.map((member) => foldCondition(member, forms)));
  if ("not" in condition) return forms.not(foldCondition(condition.not, forms));
  return forms.comparison(condition);
}
