import { compilePolicy } from "@amends/core/rules";
import { benchmarkPolicy } from "./benchmark-policy.js";
import { builtRules, type RuleEngineAdapter } from "./rule-engine-adapter.js";

/** The whole decision: which rules fired and lost, what they say of themselves, and the facts that were missing. */
export const compiledPolicy: RuleEngineAdapter = {
  name: "Amends compilePolicy",
  description: "`compilePolicy(policy).decide`: the same rules as a policy, with the decision's ids and missing facts",
  build: (rules, question) => {
    const policy = compilePolicy(benchmarkPolicy(rules, question));
    return builtRules({
      findAll: (ticket) => policy.decide(ticket),
      names: ({ fired }) => fired.map(({ rule }) => rule),
      first: { find: (ticket) => policy.decide(ticket), name: ({ fired }) => fired[0]?.rule },
    });
  },
};
