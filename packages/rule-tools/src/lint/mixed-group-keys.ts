import { partOf } from "../witness/condition-parts.js";
import { negationOf } from "../witness/formula.js";
import { hasFired } from "../witness/policy-reasoner.js";
import type { LintCheck } from "./lint-check.js";
import { nodesOf } from "./nodes-of-policy.js";

const kinds = ["any", "all", "not", "condition"] as const;

/** Conditions that are two things at once: the rule engine reads one key and ignores the others without a word. */
export const mixedGroupKeys: LintCheck = {
  code: "mixed-group-keys",
  severity: "error",
  summary: 'a condition with "all" beside "any" or the like, of which only one counts',
  find: (subject) =>
    nodesOf(subject.policy).flatMap(({ node, at, isRoot, rule }) => {
      const present = kinds.filter((kind) => Object.hasOwn(node, kind));
      if (present.length < 2) return [];
      const { kind } = partOf(node, isRoot);
      const read = kind === "reference" ? "condition" : kind;
      return present
        .filter((key) => key !== read)
        .map((ignored) => {
          const { model } = subject.reasoner;
          const name = rule === undefined ? "" : subject.rule(rule).name;
          const alone = model.condition({ [ignored]: node[ignored] });
          const shown =
            rule === undefined
              ? undefined
              : subject.reasoner.find(
                  [model.fires(rule), negationOf(alone)],
                  (decision, facts) =>
                    hasFired(decision, name) && !subject.reasoner.meets(subject.rule(rule), { [ignored]: node[ignored] }, facts),
                );
          return subject.finding(
            [...at, ignored],
            {
              code: "mixed-group-keys",
              message: `"${ignored}" is ignored: beside it stands "${read}", and only one of them counts`,
              fix: `put both into one "all": { "all": [ { "${read}": … }, { "${ignored}": … } ] }`,
              ...(shown?.kind === "satisfiable"
                ? { witness: { facts: shown.facts, says: `"${name}" fires, although what stands under "${ignored}" doesn't hold` } }
                : {}),
            },
            "key",
          );
        });
    }),
};
