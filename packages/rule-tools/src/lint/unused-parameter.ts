import type { AnyStage } from "@amends/core/stage";
import { parameterOf } from "../witness/plain-comparison.js";
import type { LintCheck } from "./lint-check.js";

/** A parameter that the core itself reads, of any policy that compares amounts. */
const readByCore: ReadonlySet<string> = new Set(["maximumRateAgeDays"]);

/**
 * Parameters that no rule reads. A stage reads some itself, by name: those that its standard policies define and none of their rules
 * reads.
 */
export const unusedParameter: LintCheck = {
  code: "unused-parameter",
  severity: "warning",
  summary: "a parameter that nothing reads",
  find: (subject) => {
    const { policy, stage } = subject;
    const read = new Set(referencesIn([policy.rules, policy.conditions]));
    const ofStage = readByStage(stage);
    return Object.keys(policy.parameters ?? {}).flatMap((name) =>
      read.has(name) || ofStage.has(name) || readByCore.has(name)
        ? []
        : [
            subject.finding(
              ["parameters", name],
              {
                code: "unused-parameter",
                message: `nothing reads the parameter "${name}"`,
                fix: `read it as { "fact": "parameters.${name}" }, or remove it`,
              },
              "key",
            ),
          ],
    );
  },
};

const known = new WeakMap<AnyStage, ReadonlySet<string>>();

/** The parameters that only the stage itself can be what reads them. */
function readByStage(stage: AnyStage): ReadonlySet<string> {
  const before = known.get(stage);
  if (before !== undefined) return before;
  const ofRules = new Set(stage.policies.flatMap(({ rules, conditions }) => referencesIn([rules, conditions])));
  const names = stage.policies.flatMap(({ parameters = {} }) => Object.keys(parameters));
  const ofStage = new Set(names.filter((name) => !ofRules.has(name)));
  known.set(stage, ofStage);
  return ofStage;
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { fact } = value as { fact?: unknown };
  const own = typeof fact === "string" ? parameterOf(fact) : undefined;
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(referencesIn)];
}
