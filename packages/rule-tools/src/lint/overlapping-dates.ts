import { hasFired } from "../witness/policy-reasoner.js";
import { canonicalText } from "./canonical-text.js";
import { conditionsOf } from "./duplicate.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

/** Dated versions of one rule, the same conditions with different outcomes, that are in force on the same day. */
export const overlappingDates: LintCheck = {
  code: "overlapping-dates",
  severity: "error",
  summary: "two dated versions of one rule that are in force at once",
  find: (subject) =>
    [...datedVersionsOf(subject).values()].flatMap(([earlier, later]) => {
      const [name, other] = [subject.rule(later).name, subject.rule(earlier).name];
      const { model } = subject.reasoner;
      const shown = subject.reasoner.find(
        [model.fires(earlier), model.fires(later)],
        (decision) => hasFired(decision, name) && hasFired(decision, other),
      );
      if (shown.kind !== "satisfiable") return [];
      const key = subject.rule(later).effectiveFrom === undefined ? "effectiveTo" : "effectiveFrom";
      return [
        subject.finding(["rules", later, key], {
          code: "overlapping-dates",
          message: `"${other}" and "${name}" have the same conditions, different outcomes, and dates that overlap`,
          fix: "let the effectiveTo of the earlier one be the effectiveFrom of the later one; effectiveTo is exclusive",
          witness: { facts: shown.facts, says: `"${other}" and "${name}" are both in force and both fire` },
        }),
      ];
    }),
};

const found = new WeakMap<LintSubject, ReadonlyMap<string, readonly [number, number]>>();

/** Pairs of dated rules with the same conditions and different outcomes, by their places. */
export function datedVersionsOf(subject: LintSubject): ReadonlyMap<string, readonly [number, number]> {
  const known = found.get(subject);
  if (known !== undefined) return known;
  const versions = new Map<string, number[]>();
  for (const [index, { effectiveFrom, effectiveTo }] of subject.policy.rules.entries()) {
    if (effectiveFrom === undefined && effectiveTo === undefined) continue;
    const key = canonicalText(conditionsOf(subject, index));
    versions.set(key, [...(versions.get(key) ?? []), index]);
  }
  const outcome = (index: number) => canonicalText([subject.rule(index).event.type, subject.paramsOf(index)]);
  const pairs = new Map<string, readonly [number, number]>();
  for (const members of versions.values())
    for (const [place, later] of members.entries())
      for (const earlier of members.slice(0, place))
        if (subject.rule(earlier).event.type === subject.rule(later).event.type && outcome(earlier) !== outcome(later))
          pairs.set(`${earlier} ${later}`, [earlier, later]);
  found.set(subject, pairs);
  return pairs;
}
