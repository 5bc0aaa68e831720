import { absentFactNegated } from "./absent-fact-negated.js";
import { alwaysFires } from "./always-fires.js";
import { conflicting } from "./conflicting.js";
import { duplicate } from "./duplicate.js";
import { emptyGroup } from "./empty-group.js";
import { expired } from "./expired.js";
import { gap } from "./gap.js";
import type { LintCheck } from "./lint-check.js";
import { magicNumber } from "./magic-number.js";
import { missingSource } from "./missing-source.js";
import { mixedGroupKeys } from "./mixed-group-keys.js";
import { neverFires } from "./never-fires.js";
import { noRules } from "./no-rules.js";
import { noWitness } from "./no-witness.js";
import { overlappingDates } from "./overlapping-dates.js";
import { shadowed } from "./shadowed.js";
import { unusedCondition } from "./unused-condition.js";
import { unusedParameter } from "./unused-parameter.js";

/** Everything that lint looks for, in the order in which it is looked for. */
export const lintChecks: readonly LintCheck[] = [
  noRules,
  emptyGroup,
  mixedGroupKeys,
  absentFactNegated,
  neverFires,
  noWitness,
  alwaysFires,
  duplicate,
  shadowed,
  conflicting,
  gap,
  overlappingDates,
  expired,
  magicNumber,
  missingSource,
  unusedParameter,
  unusedCondition,
];
