import { compileRules } from "@amends/core/rules";
import { builtRules, type RuleEngineAdapter } from "./rule-engine-adapter.js";

export const compiledRules: RuleEngineAdapter = {
  name: "Amends compileRules",
  description: "`compileRules(rules, { allowUndefinedFacts: true })`, `matches` and `first`; no generated code",
  build: (rules) => {
    const engine = compileRules(rules, { allowUndefinedFacts: true, nodesAtMost: 1_000_000 });
    return builtRules({
      findAll: (ticket) => engine.matches(ticket),
      names: (events) => events.map(({ params }) => params?.["rule"] as string),
      first: { find: (ticket) => engine.first(ticket), name: (event) => event?.params?.["rule"] as string | undefined },
    });
  },
};
