import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import { createBuiltPolicy } from "./built/index.js";
import * as rules from "./index.js";
import { runOnDemand } from "./on-demand/index.js";
import { planRules } from "./engine/index-plan/index.js";
import { preparePolicy } from "./prepared/index.js";

const written = { policy: "shop/flags", version: "1.0.0", stage: "sample", decision: "flags", decide: "all", rules: [] } as const;
const policy = rules.readPolicy(written);
const text = JSON.stringify(written);
const source = rules.readJson(text);
const vocabulary = { name: "sample", facts: {}, events: {}, decisions: {} };

refuseMisfits([
  ["readJson", "text", "text", (given) => rules.readJson(given)],
  ["parsePolicy", "text", "text", (given) => rules.parsePolicy(given)],
  ["parsePolicy", "options", "settings", (options) => rules.parsePolicy(text, options)],
  ["checkPolicyText", "text", "text", (given) => rules.checkPolicyText(given)],
  ["checkPolicyText", "options", "settings", (options) => rules.checkPolicyText(text, options)],
  ["checkPolicySource", "source", "object", (given) => rules.checkPolicySource(given)],
  [
    "checkPolicySource",
    "options",
    "settings",
    (options) => rules.checkPolicySource("source" in source ? source.source : ({} as never), options),
  ],
  ["readPolicy", "options", "settings", (options) => rules.readPolicy(policy, options)],
  ["checkPolicy", "policy", "object", (given) => rules.checkPolicy(given, vocabulary)],
  ["checkPolicy", "vocabulary", "object", (given) => rules.checkPolicy(policy, given)],
  ["compilePolicy", "options", "settings", (options) => rules.compilePolicy(policy, options)],
  ["preparePolicy", "options", "settings", (options) => preparePolicy(policy, options)],
  ["compileRules", "options", "settings", (options) => rules.compileRules([], options)],
  ["planRules", "options", "settings", (options) => planRules([], options)],
  ["runOnDemand", "options", "object", (options) => runOnDemand([], options)],
  ["ownPropertyPathResolver", "path", "text", (path) => rules.ownPropertyPathResolver({}, path)],
  ["createBuiltPolicy", "definition", "object", (definition) => createBuiltPolicy(definition)],
]);
