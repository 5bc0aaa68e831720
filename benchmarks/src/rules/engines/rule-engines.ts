import { builtModule } from "./built-module.js";
import { cel } from "./cel.js";
import { compiledPolicy } from "./compiled-policy.js";
import { compiledRules } from "./compiled-rules.js";
import { generatedSwitch } from "./generated-switch/generated-switch.js";
import { jsonLogicEngine } from "./json-logic-engine.js";
import { jsonRulesEngine } from "./json-rules-engine.js";
import type { RuleEngineAdapter } from "./rule-engine-adapter.js";
import { zenEngine } from "./zen-engine.js";

/** The engines in the table's order; the first is the one that the others are compared with. */
export const ruleEngines: readonly RuleEngineAdapter[] = [
  jsonRulesEngine,
  zenEngine,
  cel,
  jsonLogicEngine,
  compiledRules,
  compiledPolicy,
  builtModule,
  generatedSwitch,
];
