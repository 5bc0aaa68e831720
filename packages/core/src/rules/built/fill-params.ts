import type { RuleEvent } from "../engine/rule-properties.js";

/** The params of an event, `{ "fact": … }` members replaced by the facts; undefined where one is absent, which goes to `missing`. */
export function fillParams(
  params: Readonly<Record<string, unknown>>,
  facts: Readonly<Record<string, unknown>>,
  missing: Set<string>,
): { readonly params: Readonly<Record<string, unknown>>; readonly reads: boolean } | undefined {
  let filled = params;
  let reads = false;
  for (const [key, value] of Object.entries(params)) {
    const fact = typeof value === "object" && value !== null ? (value as { fact?: unknown }).fact : undefined;
    if (typeof fact !== "string") continue;
    if (!Object.hasOwn(facts, fact) || facts[fact] === undefined) {
      missing.add(fact);
      return undefined;
    }
    reads = true;
    filled = { ...filled, [key]: facts[fact] };
  }
  return { params: filled, reads };
}

/**
 * The event of a rule that fired, facts in its params filled in; undefined where one is absent, which goes to `missing`.
 *
 * @example
 * import { fillEvent } from "@amends/core/rules/built";
 * const event = { type: "score", params: { points: { fact: "customer.orders" } } };
 * fillEvent(event, { "customer.orders": 3 }, new Set()); // => { type: "score", params: { points: 3 } }
 */
export function fillEvent(event: RuleEvent, facts: Readonly<Record<string, unknown>>, missing: Set<string>): RuleEvent | undefined {
  const filled = fillParams(event.params ?? {}, facts, missing);
  return filled === undefined ? undefined : { type: event.type, params: filled.params };
}
