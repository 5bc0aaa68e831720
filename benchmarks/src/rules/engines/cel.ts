import { Environment } from "@marcbachmann/cel-js";
import type { BenchmarkRule, Condition } from "../workload/benchmark-rule.js";
import { flagFacts, numberFacts, optionalFacts, textFacts, wordFacts } from "../workload/ticket-facts.js";
import { byPrecedence } from "./by-precedence.js";
import { foldCondition } from "./fold-condition.js";
import { builtRules, type RuleEngineAdapter } from "./rule-engine-adapter.js";

const symbols = {
  equal: "==",
  notEqual: "!=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  lessThan: "<",
  lessThanInclusive: "<=",
} as const;
const celTypes = { word: "string", number: "double", flag: "bool", text: "string" } as const;
const absentFacts = Object.fromEntries([...optionalFacts].map((fact) => [fact, null]));

/** Numbers of JavaScript are doubles in CEL, and so must the constants be that they are compared with. */
function literal(value: unknown): string {
  if (typeof value !== "number") return JSON.stringify(value);
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function expression(condition: Condition): string {
  return foldCondition(condition, {
    comparison: ({ fact, operator, value }) => {
      if (operator === "in") return `${fact} in ${literal(value)}`;
      if (operator === "notIn") return `!(${fact} in ${literal(value)})`;
      const comparison = `${fact} ${symbols[operator]} ${literal(value)}`;
      const guarded = optionalFacts.has(fact) && operator !== "equal" && operator !== "notEqual";
      return guarded ? `(${fact} != null && ${comparison})` : comparison;
    },
    all: (members) => `(${members.join(" && ")})`,
    any: (members) => `(${members.join(" || ")})`,
    not: (member) => `!(${member})`,
  });
}

function environment(): Environment {
  const created = new Environment();
  for (const { name, kind } of [...wordFacts, ...numberFacts, ...flagFacts, ...textFacts]) {
    created.registerVariable(name, optionalFacts.has(name) ? "dyn" : celTypes[kind]);
  }
  return created;
}

/** CEL fails on a variable that isn't given, so absent facts are given as null, once a ticket. */
export const cel: RuleEngineAdapter = {
  name: "CEL",
  description: "`@marcbachmann/cel-js` 8.0.0, one parsed and type-checked expression a rule, in a loop; absent facts given as null",
  build: (rules) => {
    const declared = environment();
    const parsed = byPrecedence(rules).map((rule: BenchmarkRule) => ({
      event: rule.event,
      fires: declared.parse(expression(rule.conditions)),
    }));
    return builtRules({
      findAll: (ticket) => {
        const context = { ...absentFacts, ...ticket };
        const events: BenchmarkRule["event"][] = [];
        for (const { fires, event } of parsed) if (fires(context) === true) events.push(event);
        return events;
      },
      names: (events) => events.map(({ params }) => params.rule),
      first: {
        find: (ticket) => {
          const context = { ...absentFacts, ...ticket };
          for (const { fires, event } of parsed) if (fires(context) === true) return event;
          return undefined;
        },
        name: (event) => event?.params.rule,
      },
    });
  },
};
