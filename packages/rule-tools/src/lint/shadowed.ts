import { negationOf } from "../witness/formula.js";
import { rulesBefore } from "../witness/rules-before.js";
import { hasFired } from "../witness/policy-reasoner.js";
import { duplicatesOf } from "./duplicate.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

/** Under `first`: rules that fire and never decide, because rules before them take all their cases. */
export const shadowed: LintCheck = {
  code: "shadowed",
  severity: "error",
  summary: 'under "first", a rule all of whose cases go to rules before it',
  find: (subject) => {
    const { policy, reasoner } = subject;
    if (policy.decide !== "first") return [];
    // A copy is found as one.
    const copies = new Set(duplicatesOf(subject).map(({ copy }) => copy));
    return policy.rules.flatMap(({ name }, index) => {
      if (copies.has(index) || subject.neverFires(index)) return [];
      const takers = takersOf(subject, index);
      if (takers.length === 0) return [];
      const shown = reasoner.find([reasoner.model.fires(index)], (decision) => hasFired(decision, name));
      if (shown.kind !== "satisfiable") return [];
      const names = namesOf(subject, takers);
      const decided = shown.decision.fired[0]?.rule ?? "";
      return [
        subject.finding(["rules", index], {
          code: "shadowed",
          message: `rule "${name}" never decides: ${names} ${takers.length === 1 ? "takes" : "take"} all its cases`,
          fix: "give it the higher priority, narrow the conditions of what goes before it, or remove it",
          witness: { facts: shown.facts, says: `"${name}" fires, and "${decided}" decides before it` },
        }),
      ];
    });
  },
};

/** Where more rules go before one, it is not sorted out which of them are needed. */
const sortedOutAtMost = 40;

/** Few rules before one that leave it no case; none where that can't be proved. */
function takersOf(subject: LintSubject, index: number): readonly number[] {
  const { model } = subject.reasoner;
  const fires = model.fires(index);
  const before = rulesBefore(subject.policy, index).filter((earlier) => !subject.areApart(earlier, index));
  const take = (rules: readonly number[]) => subject.reasoner.excludes(fires, ...rules.map((rule) => negationOf(model.fires(rule))));
  if (before.length === 0 || !take(before)) return [];
  const alone = before.find((rule) => subject.mayTake(rule, index) && take([rule]));
  if (alone !== undefined) return [alone];
  let takers: readonly number[] = before;
  for (const rule of before.length > sortedOutAtMost ? [] : before) {
    const others = takers.filter((each) => each !== rule);
    if (take(others)) takers = others;
  }
  return takers;
}

function namesOf(subject: LintSubject, rules: readonly number[]): string {
  const names = rules.slice(0, 4).map((rule) => `"${subject.rule(rule).name}"`);
  return rules.length > 4 ? `${rules.length} rules before it, such as ${names[0] ?? ""}, together` : names.join(" and ");
}
