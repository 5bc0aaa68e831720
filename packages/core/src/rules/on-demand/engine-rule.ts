import { Rule, type Almanac, type RuleProperties as EngineRuleProperties } from "json-rules-engine";
import type { CheckedRule } from "../engine/checked-rule.js";
import { undefinedFactError } from "../engine/compile-fact-reader.js";
import { decisionErrorOf } from "../engine/decision-error-of.js";
import { engineCondition } from "./engine-condition.js";
import { UnreadFact } from "./unread-fact.js";

/** The method json-rules-engine calls for each rule of a run; its type declarations leave it out. */
interface Evaluable {
  evaluate(almanac: Almanac): Promise<unknown>;
}

/**
 * A rule of json-rules-engine that is named by its place in the order of decision, and whose errors name our rule. `onUnread` hears
 * of a rule that needed a fact which is no longer fetched; it then counts as one that didn't fire.
 */
export function engineRule(rule: CheckedRule, order: number, onUnread: () => void): Rule {
  const conditions = engineCondition(rule.conditions) as unknown as EngineRuleProperties["conditions"];
  const made = new Rule({ name: String(order), priority: rule.priority, conditions, event: rule.event });
  const evaluable = made as unknown as Evaluable;
  const evaluate = evaluable.evaluate.bind(made);
  evaluable.evaluate = async (almanac) => {
    try {
      return await evaluate(almanac);
    } catch (error) {
      if (error instanceof UnreadFact) {
        onUnread();
        return { name: String(order), event: rule.event, result: false };
      }
      throw decisionErrorOf(inOurWords(error), rule.label);
    }
  };
  return made;
}

/** The library's own error for a fact that isn't given, as ours. */
function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== "UNDEFINED_FACT") return error;
  return undefinedFactError(error.message.replace("Undefined fact: ", ""));
}
