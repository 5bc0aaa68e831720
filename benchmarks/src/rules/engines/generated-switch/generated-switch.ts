import type { BenchmarkRule } from "../../workload/benchmark-rule.js";
import type { Ticket } from "../../workload/generate-tickets.js";
import { byPrecedence } from "../by-precedence.js";
import { builtRules, type Question, type RuleEngineAdapter } from "../rule-engine-adapter.js";
import { switchCode } from "./switch-code.js";
import { planSwitch } from "./switch-plan.js";

type RuleEvent = BenchmarkRule["event"];

/** Makes the deciding function: of events for all rules, of one event or none for the first. */
function compile(rules: readonly BenchmarkRule[], question: Question): (ticket: Ticket) => unknown {
  const events = rules.map(({ event }) => event);
  const code = switchCode(planSwitch(rules), question);
  // Only here: this is what nobody may do with a policy of strangers, and what others are measured against.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function("events", code) as (events: readonly RuleEvent[]) => (ticket: Ticket) => unknown;
  return make(events);
}

export const generatedSwitch: RuleEngineAdapter = {
  name: "generated switch",
  description:
    "JavaScript generated for these rules: nested switches over the words most rules ask for, ifs inside, 40 a function; the limit",
  build: (unordered, question) => {
    const decide = compile(byPrecedence(unordered), question);
    return builtRules({
      findAll: (ticket) => decide(ticket) as readonly RuleEvent[],
      names: (events) => events.map(({ params }) => params.rule),
      first: { find: (ticket) => decide(ticket) as RuleEvent | undefined, name: (event) => event?.params.rule },
    });
  },
};
