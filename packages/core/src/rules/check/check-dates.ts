import { quotable } from "../../errors/quoted.js";
import { isLocalDate } from "../../time/local-date.js";
import type { PathFinding } from "./check-policy.js";
import { findInEach } from "./find-in-each.js";
import type { Policy } from "../policy.js";

/** Dates of rules that no calendar has, and rules that end before they begin. */
export function checkDates(policy: Policy): PathFinding[] {
  return findInEach(policy.rules, (rule, index): PathFinding[] => {
    const { effectiveFrom: from, effectiveTo: to } = rule;
    const unreal = (["effectiveFrom", "effectiveTo", "verifiedAt"] as const).filter(
      (key) => rule[key] !== undefined && !isLocalDate(rule[key]),
    );
    if (unreal.length > 0) {
      return unreal.map((key) => ({
        code: "date_invalid",
        message: `${quotable(String(rule[key]))} is not a date of the calendar`,
        at: ["rules", index, key],
      }));
    }
    return from !== undefined && to !== undefined && from >= to
      ? [
          {
            code: "dates_never_apply",
            message: `rule "${quotable(rule.name)}" ends on ${to}, before it begins on ${from}`,
            at: ["rules", index, "effectiveTo"],
            expected: "a later date; effectiveTo is exclusive",
          },
        ]
      : [];
  });
}
