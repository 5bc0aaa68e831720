import { InvalidPolicyError } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import { ruleId } from "@amends/core/rules";
import type { RiskPolicySet } from "../score-risk.js";

/** A rule of a score policy: what calibration gives points to. */
export interface ScoreRow {
  /** As answers quote it: policy/rule. */
  readonly id: string;
  readonly policy: string;
  readonly rule: string;
  readonly code: string;
  /** Rules of one group exclude each other; a rule without a group is one by itself. */
  readonly group: string;
  readonly points: number;
  readonly priority: number;
}

/** The score policies of a set, as their files hold them. */
export function scorePolicies(policySet: RiskPolicySet): Policy[] {
  return policySet.policiesFor("score").map(({ policy }) => policy);
}

/**
 * The rows of the score policies, in their order.
 *
 * @throws {InvalidPolicyError} where a row's points come from a fact, so that there is nothing to write in their place.
 */
export function scoreRows(policies: readonly Policy[]): ScoreRow[] {
  return policies.flatMap(({ policy, rules }) =>
    rules.map(({ name, priority = 1, event }, index): ScoreRow => {
      const { points, group, code } = event.params ?? {};
      const id = ruleId({ policy, rule: name });
      if (typeof points !== "number") throw unfixed(id, index);
      return {
        id,
        policy,
        rule: name,
        code: String(code),
        group: typeof group === "string" ? group : id,
        points,
        priority,
      };
    }),
  );
}

function unfixed(id: string, index: number): InvalidPolicyError {
  return new InvalidPolicyError([
    {
      code: "points_not_fixed",
      message: `the points of ${id} aren't a number of the file`,
      path: `rules[${index}].event.params.points`,
      expected: "a whole number, which calibration can replace",
    },
  ]);
}
