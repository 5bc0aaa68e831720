import { partOf } from "../witness/condition-parts.js";
import type { Formula } from "../witness/formula.js";
import { boundsOf } from "../witness/model-fact.js";
import { parameterValues } from "../witness/plain-comparison.js";
import { describeCondition } from "./describe-condition.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

/** Rules whose conditions contradict each other, or ask what a fact's definition rules out. */
export const neverFires: LintCheck = {
  code: "never-fires",
  severity: "error",
  summary: "a rule that no case can make fire",
  find: (subject) =>
    subject.policy.rules.flatMap(({ name }, index) => {
      if (!subject.neverFires(index)) return [];
      const contrary = contraryMembers(subject, index);
      const why = contrary.length === 0 ? "" : `: ${contrary.length === 1 ? "" : "together "}impossible: ${contrary.join("; ")}`;
      return [
        subject.finding(["rules", index, "conditions"], {
          code: "never-fires",
          message: `rule "${name}" never fires${why}`,
          fix: "mend the conditions that exclude each other, or remove the rule",
        }),
      ];
    }),
};

/** The fewest members of the rule's "all" that can't hold together. */
function contraryMembers({ reasoner, policy }: LintSubject, index: number): string[] {
  const part = partOf(policy.rules[index]?.conditions, true);
  if (part.kind !== "all") return [];
  let members = part.members.map((condition) => ({ condition, formula: reasoner.model.condition(condition) }));
  const impossible = (formulas: readonly { formula: Formula }[]) => reasoner.excludes(...formulas.map(({ formula }) => formula));
  // Its dates, or a fact that its outcome quotes, may be what excludes the rest.
  if (!impossible(members)) return [];
  for (const member of members) {
    const others = members.filter((each) => each !== member);
    if (impossible(others)) members = others;
  }
  const parameters = parameterValues(policy);
  return members.map(
    ({ condition }) => `${describeCondition(condition, parameters)}${members.length === 1 ? boundsText(condition, reasoner) : ""}`,
  );
}

/** What the fact of a comparison may be, where that alone makes the comparison impossible. */
function boundsText(condition: unknown, { model }: LintSubject["reasoner"]): string {
  const part = partOf(condition, false);
  if (part.kind !== "leaf" || !Object.hasOwn(model.facts, part.leaf.fact)) return "";
  const definition = model.facts[part.leaf.fact];
  const allowed = (value: number) => definition?.schema.safeParse(value).success === true;
  const [bound, greatest] = boundsOf(definition);
  if (bound === undefined || !allowed(bound) || (greatest !== undefined && !allowed(greatest))) return "";
  if (greatest !== undefined) return `, and it is from ${bound} to ${greatest}`;
  return `, and it is ${bound} or ${allowed(bound + 1) ? "more" : "less"}`;
}
