import { filled, parameterValues } from "../witness/plain-comparison.js";
import { hasFired } from "../witness/policy-reasoner.js";
import { canonicalText } from "./canonical-text.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

/** Rules that say the same as an earlier one: the same conditions in any order, the same dates, the same outcome. */
export const duplicate: LintCheck = {
  code: "duplicate",
  severity: "error",
  summary: "a rule with the conditions and the outcome of another",
  find: (subject) =>
    duplicatesOf(subject).flatMap(({ copy, original }) => {
      const [name, other] = [subject.rule(copy).name, subject.rule(original).name];
      const { reasoner } = subject;
      const shown = reasoner.find([reasoner.model.fires(copy)], (decision) => hasFired(decision, name) && hasFired(decision, other));
      return [
        subject.finding(["rules", copy], {
          code: "duplicate",
          message: `rule "${name}" says the same as "${other}"`,
          fix: "remove one of them",
          ...(shown.kind === "satisfiable" ? { witness: { facts: shown.facts, says: `"${other}" and "${name}" both fire` } } : {}),
        }),
      ];
    }),
};

const found = new WeakMap<LintSubject, readonly { readonly copy: number; readonly original: number }[]>();

/** The rules that repeat an earlier one, and the first they repeat. */
export function duplicatesOf(subject: LintSubject): readonly { readonly copy: number; readonly original: number }[] {
  const known = found.get(subject);
  if (known !== undefined) return known;
  const first = new Map<string, number>();
  const duplicates = subject.policy.rules.flatMap((_, index) => {
    const key = keyOf(subject, index);
    const original = first.get(key);
    if (original === undefined) first.set(key, index);
    return original === undefined ? [] : [{ copy: index, original }];
  });
  found.set(subject, duplicates);
  return duplicates;
}

function keyOf(subject: LintSubject, index: number): string {
  const { effectiveFrom, effectiveTo, event } = subject.rule(index);
  return canonicalText([conditionsOf(subject, index), effectiveFrom, effectiveTo, event.type, subject.paramsOf(index)]);
}

/** A rule's conditions, parameters filled in. */
export function conditionsOf(subject: LintSubject, index: number): unknown {
  return filled(subject.rule(index).conditions, parameterValues(subject.policy));
}
