import { AmendsError } from "@amends/core/errors";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import { matchExpected } from "../match-expected.js";
import type { PolicyTest, TestInput } from "../test-format/policy-test.js";
import type { TestOutcome } from "./test-outcome.js";

/** What no policy decides, such as a plan of a refund: it answers a request, or throws. */
export type Calculation = (request: Readonly<Record<string, unknown>>, context: Partial<Context>) => unknown;

/** Calculations by the name that tests give. */
export type Calculations = Readonly<Record<string, Calculation>>;

/** Asks a calculation at the test's time, with its packs. A refusal is an answer where the test expects one. */
export function runCalculationTest(
  test: PolicyTest,
  { calculation: name, request, packs }: Extract<TestInput, { kind: "calculation" }>,
  { calculations = {}, context }: { readonly calculations?: Calculations; readonly context: Partial<Context> },
): TestOutcome {
  const calculation = Object.hasOwn(calculations, name) ? calculations[name] : undefined;
  if (calculation === undefined) throw new Error(`there is no calculation "${name}" at hand`);
  const now = readInstant(test.at);
  const given = { ...context, ...(now === undefined ? {} : { now }), packs: { ...context.packs, ...packs } };
  const expected = test.expect ?? {};
  const answer = answerOf(() => calculation(structuredClone(request), given), Object.hasOwn(expected, "refused"));
  return { differences: matchExpected(answer, expected, { exact: test.exact }), rules: [], observations: [] };
}

function answerOf(ask: () => unknown, mayRefuse: boolean): unknown {
  try {
    return ask();
  } catch (error) {
    if (!mayRefuse || !AmendsError.isInstance(error)) throw error;
    return { refused: error.code };
  }
}
