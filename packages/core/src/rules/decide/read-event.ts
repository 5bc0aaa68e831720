import { DecisionError } from "../../errors/decision-error.js";
import { formatPath } from "../../errors/json-path.js";
import { fillParams } from "../built/fill-params.js";
import type { RuleEvent } from "../engine/rule-properties.js";
import type { PolicyRule } from "../policy.js";
import type { PolicyVocabulary } from "../policy-vocabulary.js";
import { schemaFindings } from "../check/schema-findings.js";

/**
 * The event of a rule that fired, facts in its params filled in. A fact the case lacks leaves the rule out and goes to `missing`;
 * a filled-in value that the stage can't take fails the decision.
 *
 * @example
 * import { readEvent } from "@amends/core/rules/built";
 * const params = { points: { fact: "customer.orders" } };
 * const rule = { name: "regular", event: { type: "score", params } };
 * readEvent(rule, params, { "customer.orders": 3 }, undefined, new Set()); // => { type: "score", params: { points: 3 } }
 */
export function readEvent(
  rule: Pick<PolicyRule, "name" | "event">,
  params: Readonly<Record<string, unknown>>,
  facts: Readonly<Record<string, unknown>>,
  vocabulary: Pick<PolicyVocabulary, "events"> | undefined,
  missing: Set<string>,
): RuleEvent | undefined {
  const taken = fillParams(params, facts, missing);
  if (taken === undefined) return undefined;
  const { params: filled, reads } = taken;
  const schema = reads ? vocabulary?.events[rule.event.type] : undefined;
  const parsed = schema?.safeParse(filled);
  if (parsed?.success === false) {
    const [found] = schema === undefined ? [] : schemaFindings(schema, parsed.error, filled);
    const expected = found?.expected === undefined ? "" : `; expected ${found.expected}`;
    throw new DecisionError({
      code: "event_params_invalid",
      message: `${formatPath(found?.at ?? [])}: ${found?.message ?? "invalid"}${expected}`,
      rule: rule.name,
    });
  }
  return rule.event.params === undefined && Object.keys(filled).length === 0
    ? { type: rule.event.type }
    : { type: rule.event.type, params: (parsed?.data as typeof filled) ?? filled };
}
