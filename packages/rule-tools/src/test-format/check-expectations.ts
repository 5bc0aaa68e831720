import { didYouMean } from "@amends/core/errors";
import { caseInputSchema, stageKeys, stageOutputs, type StageKey } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { isSchema } from "../schema/json-schema.js";
import { canFail } from "./can-fail.js";
import { findUnknownKeys } from "./find-unknown-keys.js";
import type { PolicyTest } from "./policy-test.js";
import type { SayOfTest } from "./say-of-test.js";

interface Loaded {
  readonly policy: Policy;
  readonly stage: AnyStage;
}

const never = "expectation_never";

/** What of a test can't decide anything: expectations that no decision can meet, and tests that every decision passes. */
export function checkExpectations(test: PolicyTest, loaded: Loaded, say: SayOfTest): void {
  if (test.input.kind === "calculation") return checkCalculation(test, loaded, say);
  const ofFacts = test.input.kind === "facts";
  if (ofFacts) checkFactsExpectations(test, loaded, say);
  else checkCaseExpectations(test, loaded.stage, say);
  checkBecause(test, loaded.policy, say);
  if (!canFail(test, loaded)) {
    const fix = ofFacts ? 'name the events, or in "because" the rules that must decide' : `name what "${loaded.stage.writes}" must hold`;
    say([], { code: "test_cannot_fail", message: `whatever the policy decides, "${test.name}" passes`, fix });
  }
}

/** Of a calculation only that rules decide nothing, and that something must hold. */
function checkCalculation(test: PolicyTest, loaded: Loaded, say: SayOfTest): void {
  const message = "no rule decides what a calculation answers";
  if (test.because !== undefined) say(["because"], { code: never, message, fix: 'name in "expect" what it must answer' }, "key");
  else if (!canFail(test, loaded))
    say([], {
      code: "test_cannot_fail",
      message: `whatever the calculation answers, "${test.name}" passes`,
      fix: 'name what it must answer, or in "refused" the code of its refusal',
    });
}

const single = new Set(["first", "strictest", "mostSpecific"]);

function checkBecause({ because = [], input }: PolicyTest, { decide }: Policy, say: SayOfTest): void {
  if (input.kind !== "facts" || because.length < 2 || !single.has(decide)) return;
  say(["because"], {
    code: never,
    message: `under "${decide}" one rule decides at most, and ${because.length} are named`,
    fix: 'name the losers in "expect": { "lost": […] }',
  });
}

function checkFactsExpectations({ expect = {} }: PolicyTest, { policy, stage }: Loaded, say: SayOfTest): void {
  const types = stage.decisions[policy.decision] ?? [];
  if (Array.isArray(expect["events"])) {
    for (const [index, event] of (expect["events"] as readonly unknown[]).entries()) {
      if (!isSchema(event)) continue;
      const { type, params } = event;
      if (typeof type === "string" && !types.includes(type)) {
        const message = `the decision "${policy.decision}" never yields an event "${type}"`;
        say(["expect", "events", index, "type"], {
          code: never,
          message,
          expected: `one of ${types.join(", ")}`,
          ...didYouMean(type, types),
        });
      } else if (isSchema(params)) {
        const schemas = (typeof type === "string" ? [type] : types).flatMap((name) => stage.events[name] ?? []);
        findUnknownKeys(params, schemas, ["expect", "events", index, "params"], say, "no event of it");
      }
    }
  }
  if (expect["total"] !== undefined && expect["total"] !== null && policy.decide !== "sum")
    say(["expect", "total"], { code: never, message: `a policy that decides by "${policy.decide}" has no total` }, "key");
  const rules = policy.rules.map(({ name }) => name);
  for (const [index, rule] of listAt(expect, "lost").entries())
    if (typeof rule === "string" && !rules.includes(rule))
      say(["expect", "lost", index], { code: "rule_unknown", message: `the policy has no rule "${rule}"`, ...didYouMean(rule, rules) });
}

function checkCaseExpectations({ expect = {} }: PolicyTest, { writes, name }: AnyStage, say: SayOfTest): void {
  const written = stageKeys.slice(0, stageKeys.indexOf(writes) + 1);
  const given = Object.keys(caseInputSchema.shape);
  for (const [key, value] of Object.entries(expect)) {
    if (given.includes(key)) continue;
    if (!(stageKeys as readonly string[]).includes(key)) {
      const known = [...written, ...given];
      say(["expect", key], { code: "expectation_unknown", message: `a case has no "${key}"`, ...didYouMean(key, known) }, "key");
    } else if (!written.includes(key as StageKey)) {
      const message = `"${key}" is written after stage "${name}", where a test of its policies ends`;
      say(["expect", key], { code: never, message, expected: `one of ${written.join(", ")}` }, "key");
    } else {
      findUnknownKeys(value, [stageOutputs[key as StageKey]], ["expect", key], say, `"${key}"`);
    }
  }
}

function listAt(value: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  return Array.isArray(value[key]) ? value[key] : [];
}
