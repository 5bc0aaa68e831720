import { Engine, type Event, type RuleProperties } from "json-rules-engine";
import type { BenchmarkRule } from "../workload/benchmark-rule.js";
import { builtRules, type RuleEngineAdapter } from "./rule-engine-adapter.js";

const ruleOf = (event: Event) => event.params?.["rule"] as string;

function createEngine(rules: readonly BenchmarkRule[]): Engine {
  const properties = rules.map(({ name, priority, conditions, event }) => ({ name, priority, conditions, event }));
  return new Engine(properties as unknown as RuleProperties[], { allowUndefinedFacts: true });
}

/** The rules are its own; the first match stops the run, as its documentation shows. */
export const jsonRulesEngine: RuleEngineAdapter = {
  name: "json-rules-engine",
  description: "7.3.1, `allowUndefinedFacts`; the first match calls `engine.stop()` when a rule succeeds",
  build: (rules, question) => {
    const engine = createEngine(rules);
    if (question === "first") engine.on("success", () => void engine.stop());
    const order = new Map(rules.map(({ name }, index) => [name, index]));
    return builtRules({
      findAll: async (ticket) => (await engine.run(ticket)).events,
      names: (events) => events.map(ruleOf),
      first: {
        // Rules of the same priority are decided side by side, and their events come in any order.
        find: async (ticket) => {
          const { events } = await engine.run(ticket);
          let earliest: string | undefined;
          for (const event of events) {
            const rule = ruleOf(event);
            if (earliest === undefined || (order.get(rule) ?? 0) < (order.get(earliest) ?? 0)) earliest = rule;
          }
          return earliest;
        },
        name: (rule) => rule,
      },
    });
  },
};
