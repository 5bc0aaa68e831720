import type { Engine, Rule, RuleResult } from "json-rules-engine";
import type { RuleEvent } from "../engine/rule-properties.js";

/** The results of a run so far; the type declarations of json-rules-engine leave them out. */
interface Results {
  getResults(): readonly RuleResult[];
}

/** The method json-rules-engine calls for the rules of one priority after another, left out as well. */
interface Prioritised {
  evaluateRules(rules: Rule[], almanac: Results): Promise<unknown>;
}

/**
 * Has `then` called when the rules of a priority are done, with the events of those that fired, in the order of decision. After an
 * error no further rules are started, which json-rules-engine by itself would do although the run has failed.
 */
export function afterEachPriority(engine: Engine, then: (events: readonly RuleEvent[]) => Promise<void>): void {
  const prioritised = engine as unknown as Prioritised;
  const evaluateRules = prioritised.evaluateRules.bind(engine);
  let failed = false;
  let seen = 0;
  prioritised.evaluateRules = async (rules, almanac) => {
    if (failed) return;
    try {
      await evaluateRules(rules, almanac);
      const results = almanac.getResults().slice(seen);
      seen += results.length;
      const fired = results.filter(({ result }) => result).sort((left, right) => Number(left.name) - Number(right.name));
      await then(fired.map(({ event }) => event as RuleEvent));
    } catch (error) {
      failed = true;
      throw error;
    }
  };
}
