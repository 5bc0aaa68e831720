import type { Policy } from "@amends/core/rules";
import { leavesBelow } from "../witness/condition-parts.js";
import { readDuration } from "@amends/core/time";
import type { LintCheck } from "./lint-check.js";

/** Figures of which nobody says why they are what they are: of a parameter, or written out in a rule. */
export const missingSource: LintCheck = {
  code: "missing-source",
  severity: "warning",
  summary: "a figure without a source or a reason",
  find: (subject) => [
    ...parametersWithout(subject.policy).map((name) =>
      subject.finding(
        ["parameters", name],
        {
          code: "missing-source",
          message: `nothing says where the figure of "${name}" comes from`,
          fix: 'write { "value": …, "unit": …, "because": … } or add "source"',
        },
        "key",
      ),
    ),
    ...subject.policy.rules.flatMap((rule, index) =>
      rule.because === undefined && rule.source === undefined && hasFigures(rule)
        ? [
            subject.finding(["rules", index], {
              code: "missing-source",
              message: `rule "${rule.name}" holds figures, and nothing says why`,
              fix: 'add "because" or "source", or move the figures into parameters that have one',
            }),
          ]
        : [],
    ),
  ],
};

function parametersWithout({ parameters = {} }: Policy): string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const described = typeof parameter === "object" && !Array.isArray(parameter) ? parameter : { value: parameter };
    const { value, because, source } = described as { value: unknown; because?: string; source?: string };
    return because === undefined && source === undefined && [value].flat().some(isFigure) ? [name] : [];
  });
}

function hasFigures({ conditions, event }: Policy["rules"][number]): boolean {
  const compared = [...leavesBelow(conditions, [], true)].flatMap(({ leaf }) => [leaf.value].flat());
  return [...compared, ...scalarsOf(event.params)].some(isFigure);
}

function scalarsOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(scalarsOf) : [value];
}

/** A number other than none or one, or a length of time. */
function isFigure(value: unknown): boolean {
  if (typeof value === "number") return Math.abs(value) > 1 || !Number.isInteger(value);
  return typeof value === "string" && readDuration(value) !== undefined;
}
