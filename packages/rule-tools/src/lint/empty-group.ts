import { hasFired } from "../witness/policy-reasoner.js";
import type { LintCheck } from "./lint-check.js";
import { nodesOf } from "./nodes-of-policy.js";

/** Groups without members. Both hold: an "any" that is true although none of its members is surprises everybody. */
export const emptyGroup: LintCheck = {
  code: "empty-group",
  severity: "error",
  summary: 'an "any" or "all" without members, which always holds',
  find: (subject) =>
    nodesOf(subject.policy).flatMap(({ node, at, isRoot, rule }) => {
      const group = Array.isArray(node["any"]) ? "any" : Array.isArray(node["all"]) ? "all" : undefined;
      if (group === undefined || (node[group] as readonly unknown[]).length > 0) return [];
      // A rule of `{ "all": [] }` takes every case, and says so.
      if (group === "all" && isRoot && rule !== undefined) return [];
      const name = rule === undefined ? undefined : subject.rule(rule).name;
      const shown =
        rule === undefined || name === undefined
          ? undefined
          : subject.reasoner.find([subject.reasoner.model.fires(rule)], (decision) => hasFired(decision, name));
      return [
        subject.finding([...at, group], {
          code: "empty-group",
          message: `an empty "${group}" always holds`,
          fix:
            group === "any"
              ? 'list what any of is meant, or write { "all": [] } for a rule that takes every case'
              : "list what is meant, or leave the group out",
          ...(shown?.kind === "satisfiable"
            ? { witness: { facts: shown.facts, says: `"${name ?? ""}" fires, whatever the empty group was meant to ask` } }
            : {}),
        }),
      ];
    }),
};
