import { stageKeys } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { matchExpected } from "../match-expected.js";
import { isSchema } from "../schema/json-schema.js";
import type { PolicyTest } from "./policy-test.js";

/** Whether some decision would not meet what the test asks for. */
export function canFail(
  { input, because, expect = {}, exact, at, todo }: PolicyTest,
  { policy, stage }: { readonly policy: Policy; readonly stage: AnyStage },
): boolean {
  if (todo !== undefined && because === undefined && Object.keys(expect).length === 0) return true;
  if (because !== undefined && (input.kind === "facts" || because.length > 0)) return true;
  if (input.kind === "calculation") return exact ? Object.keys(expect).length > 0 : !isEmpty(expect);
  const given = inputOf(input, at);
  const written = stageKeys.slice(0, stageKeys.indexOf(stage.writes) + 1) as readonly string[];
  return Object.entries(expect).some(([key, value]) => {
    if (input.kind === "facts") return key === "total" ? value !== null || policy.decide === "sum" : !isEmpty(value);
    // What no stage writes comes out as it went in.
    if (!written.includes(key)) return matchExpected(given, { [key]: value }, { exact }).length > 0;
    return exact || !isEmpty(value);
  });
}

function inputOf(input: PolicyTest["input"], at: string | undefined): Readonly<Record<string, unknown>> {
  const now = at === undefined ? {} : { now: at };
  if (input.kind === "message") return { ...now, ticket: { channel: input.channel, text: input.text, createdAt: at } };
  return input.kind === "case" ? { ...input.caseFile, ...now } : {};
}

/** Whether there is no value in it that could differ: an object of nothing, at any depth. */
function isEmpty(value: unknown): boolean {
  return isSchema(value) && Object.values(value).every(isEmpty);
}
