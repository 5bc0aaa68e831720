import { canonicalText } from "./canonical-text.js";
import type { LintSubject } from "./lint-subject.js";
import { outcomeParts } from "./outcome-parts.js";

/**
 * Why the outcomes of two rules that both fire contradict each other, in the terms of how the policy decides; undefined where they
 * don't.
 *
 * - `all`: both outcomes count. They contradict where they name the same thing and give it different figures. Points add up.
 * - `first`: order decides, so only rules of one priority, in a policy that orders others by priority, with different outcomes.
 * - `mostSpecific`: rules that test equally many facts, have one priority and different outcomes; the place in the file decides.
 * - `strictest`: rules with equal points and one priority and different outcomes.
 * - `sum`: points add up; within a group, equal points of opposite sign: the place in the file decides which of them counts.
 */
export function contradictionOf(subject: LintSubject, left: number, right: number): string | undefined {
  switch (subject.policy.decide) {
    case "all":
      return differentFigures(subject, left, right);
    case "first":
      return samePriority(subject, left, right) && prioritiesMatter(subject) && differ(subject, left, right)
        ? "only their places in the file say which of them decides"
        : undefined;
    case "mostSpecific":
      return samePriority(subject, left, right) &&
        differ(subject, left, right) &&
        specificity(subject, left) === specificity(subject, right)
        ? "they are equally specific, and only their places in the file say which of them decides"
        : undefined;
    case "strictest": {
      const points = pointsOf(subject, left);
      return points !== undefined &&
        points === pointsOf(subject, right) &&
        samePriority(subject, left, right) &&
        differ(subject, left, right)
        ? "they are equally strict, and only their places in the file say which of them decides"
        : undefined;
    }
    case "sum": {
      const [group, points] = [subject.paramsOf(left)["group"], pointsOf(subject, left)];
      const other = pointsOf(subject, right);
      const opposed = points !== undefined && other !== undefined && points !== 0 && points === -other;
      return opposed && typeof group === "string" && group === subject.paramsOf(right)["group"] && samePriority(subject, left, right)
        ? `they move the score as far in opposite directions, and of the group "${group}" only the first in the file counts`
        : undefined;
    }
  }
}

function differentFigures(subject: LintSubject, left: number, right: number): string | undefined {
  if (subject.rule(left).event.type !== subject.rule(right).event.type) return undefined;
  const [one, other] = [outcomeParts(subject.paramsOf(left)), outcomeParts(subject.paramsOf(right))];
  // Outcomes that name nothing say nothing that two rules couldn't both say.
  if (one.names.size === 0 || one.names.size !== other.names.size) return undefined;
  for (const [path, name] of one.names) if (other.names.get(path) !== name) return undefined;
  for (const [path, figure] of one.figures) {
    const against = other.figures.get(path);
    if (against === undefined || against === figure || path.split(".").includes("points")) continue;
    return `one says ${path} ${JSON.stringify(figure)}, the other ${JSON.stringify(against)}`;
  }
  return undefined;
}

const samePriority = (subject: LintSubject, left: number, right: number) => subject.priorityOf(left) === subject.priorityOf(right);

const specificity = ({ reasoner }: LintSubject, rule: number) => reasoner.specificityOf(rule);

function pointsOf(subject: LintSubject, rule: number): number | undefined {
  const { points } = subject.paramsOf(rule);
  return typeof points === "number" ? points : undefined;
}

/** Where all rules have one priority, the order of the file is how they are meant to be read. */
function prioritiesMatter({ policy }: LintSubject): boolean {
  return policy.rules.some(({ priority = 1 }) => priority !== (policy.rules[0]?.priority ?? 1));
}

function differ(subject: LintSubject, left: number, right: number): boolean {
  const outcome = (rule: number) => canonicalText([subject.rule(rule).event.type, subject.paramsOf(rule)]);
  return outcome(left) !== outcome(right);
}
