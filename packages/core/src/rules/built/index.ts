export { createBuiltPolicy, type BuiltPolicy, type BuiltPolicyDefinition, type BuiltRule } from "./built-policy.js";
export { hasPlainEntries, isPlain, isPlainNumber, isSettled, numberOf } from "./fact-values.js";
export { fillEvent } from "./fill-params.js";
export { every, some } from "./groups.js";
export { factOf, placeOf, readFact, readPath } from "./read-fact.js";
export { readEvent } from "../decide/read-event.js";
export { rulesInForce, type DatedRules, type InForce, type RuleDates } from "./rules-in-force.js";
