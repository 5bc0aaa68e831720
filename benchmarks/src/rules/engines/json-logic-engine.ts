import { LogicEngine } from "json-logic-engine";
import type { BenchmarkRule, Condition } from "../workload/benchmark-rule.js";
import type { Ticket } from "../workload/generate-tickets.js";
import { optionalFacts } from "../workload/ticket-facts.js";
import { byPrecedence } from "./by-precedence.js";
import { foldCondition } from "./fold-condition.js";
import { builtRules, type RuleEngineAdapter } from "./rule-engine-adapter.js";

const symbols = {
  equal: "===",
  notEqual: "!==",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  lessThan: "<",
  lessThanInclusive: "<=",
} as const;

function logic(condition: Condition): object {
  return foldCondition<object>(condition, {
    comparison: ({ fact, operator, value }) => {
      const variable = { var: fact };
      if (operator === "in") return { in: [variable, value] };
      if (operator === "notIn") return { "!": { in: [variable, value] } };
      const comparison = { [symbols[operator]]: [variable, value] };
      // An absent fact reads as null, which is less than any positive number.
      const guarded = optionalFacts.has(fact) && operator !== "equal" && operator !== "notEqual";
      return guarded ? { and: [{ "!==": [variable, null] }, comparison] } : comparison;
    },
    all: (and) => ({ and }),
    any: (or) => ({ or }),
    not: (member) => ({ "!": member }),
  });
}

/** One compiled function a rule: from some hundred rules on, one function for all is so large that it isn't optimised any more. */
export const jsonLogicEngine: RuleEngineAdapter = {
  name: "json-logic-engine",
  description: "5.0.7, compiled (generated code), one function a rule, in a loop",
  build: (rules) => {
    const engine = new LogicEngine();
    const compiled = byPrecedence(rules).map((rule: BenchmarkRule) => ({
      event: rule.event,
      fires: engine.build(logic(rule.conditions)) as (ticket: Ticket) => unknown,
    }));
    return builtRules({
      findAll: (ticket) => {
        const events: BenchmarkRule["event"][] = [];
        for (const { fires, event } of compiled) if (fires(ticket) === true) events.push(event);
        return events;
      },
      names: (events) => events.map(({ params }) => params.rule),
      first: {
        find: (ticket) => {
          for (const { fires, event } of compiled) if (fires(ticket) === true) return event;
          return undefined;
        },
        name: (event) => event?.params.rule,
      },
    });
  },
};
