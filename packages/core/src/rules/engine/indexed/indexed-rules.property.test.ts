import fc from "fast-check";
import { expect, test } from "vitest";
import { DecisionError } from "../../../errors/decision-error.js";
import { checkRules } from "../check-rules.js";
import { compileRules } from "../compile-rules.js";
import { firedEvent } from "../fired-event.js";
import { readableFacts } from "../readable-facts.js";
import { largeRuleSetArbitrary } from "./large-rule-set-arbitrary.js";

function outcome(act: () => unknown): unknown {
  try {
    return { answer: act() };
  } catch (error) {
    if (!DecisionError.isInstance(error)) throw error;
    return { code: error.code, message: error.message, rule: error.rule };
  }
}

test("an index finds what the rules one by one find, and fails as they do", () => {
  const outcomes = { answered: 0, found: 0, failed: 0 };
  fc.assert(
    fc.property(largeRuleSetArbitrary, ({ rules, options, given }) => {
      const engine = compileRules(rules, options);
      const checked = checkRules(rules, options);
      const scope = { conditions: checked.conditions, options };
      for (const facts of given) {
        const readable = readableFacts(facts);
        const matched = outcome(() => checked.rules.flatMap((rule) => firedEvent(rule, readable, scope) ?? []));
        const first = outcome(() => {
          for (const rule of checked.rules) {
            const event = firedEvent(rule, readable, scope);
            if (event !== undefined) return event;
          }
          return undefined;
        });
        expect(outcome(() => engine.matches(facts))).toStrictEqual(matched);
        expect(outcome(() => engine.first(facts))).toStrictEqual(first);
        if (!Object.hasOwn(matched as object, "answer")) outcomes.failed += 1;
        else if ((matched as { answer: unknown[] }).answer.length > 0) outcomes.found += 1;
        else outcomes.answered += 1;
      }
    }),
    { numRuns: 120, seed: 20_240_601 },
  );
  expect(outcomes.found).toBeGreaterThan(200);
  expect(outcomes.failed).toBeGreaterThan(100);
});
