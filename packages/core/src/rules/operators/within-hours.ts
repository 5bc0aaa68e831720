import { textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { suits } from "./suits.js";

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * `withinHours`: the fact is a time of day such as "23:30" that lies between the two hours of the value, the first one in, the
 * second one out; `["22:00", "06:00"]` runs past midnight. False when the fact is no time of day.
 *
 * @example
 * import { compileRules } from "@amends/core/rules";
 * const conditions = { all: [{ fact: "customer.localTime", operator: "withinHours", value: ["22:00", "06:00"] }] };
 * const rules = compileRules([{ conditions, event: { type: "quiet" } }]);
 * rules.first({ "customer.localTime": "23:30" }); // => { type: "quiet" }
 */
export const withinHours: OperatorDefinition = {
  name: "withinHours",
  takes: textKinds,
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    if (!suits(withinHours, value) || typeof factValue !== "string" || !timeOfDay.test(factValue)) return false;
    const [from, to] = value as readonly [string, string];
    return from <= to ? from <= factValue && factValue < to : from <= factValue || factValue < to;
  },
  checkValue: (value) => (areHours(value) ? undefined : 'two times of day, such as ["22:00", "06:00"]'),
};

function areHours(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((hour) => typeof hour === "string" && (timeOfDay.test(hour) || hour === "24:00"))
  );
}
