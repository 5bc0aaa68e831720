import type * as z from "zod";
import type { Policy, PolicyRule } from "../policy.js";

/** What of a policy has the right shape, so that it can be checked further although something else has not. */
export interface SoundParts {
  readonly policy: Policy;
  /** The top-level keys whose own shape is wrong, or that are absent: what hangs on them can't be said. */
  readonly unsound: ReadonlySet<PropertyKey>;
  /** For each rule that is left, its place in the file. */
  readonly places: readonly number[];
}

/** A condition that stands in for one that can't be read, so that references to it are not called wrong. */
const always = { all: [] };

/** The parts of a policy that its schema has nothing to say against; undefined where it is no object at all. */
export function soundParts(value: unknown, issues: readonly z.core.$ZodIssue[]): SoundParts | undefined {
  if (!isObject(value) || Array.isArray(value)) return undefined;
  const wrong = issues.flatMap(({ code, path, ...issue }) =>
    code === "unrecognized_keys" ? (issue as unknown as { keys: string[] }).keys.map((key) => [...path, key]) : [path],
  );
  const unsound = new Set(wrong.flatMap((path) => (path.length === 1 ? path : [])));
  const faulty = (key: string) => new Set(wrong.flatMap(([top, name]) => (top === key && name !== undefined ? [String(name)] : [])));

  const parameters = Object.entries(isObject(value["parameters"]) ? value["parameters"] : {});
  const faultyParameters = [...faulty("parameters")];
  const faultyFacts = new Set(faultyParameters.map((name) => `parameters.${name}`));
  const readsFaulty = (part: unknown) => faultyFacts.size > 0 && mentionsAny(part, faultyFacts);
  const faultyConditions = faulty("conditions");
  const conditions = Object.entries(isObject(value["conditions"]) ? value["conditions"] : {}).map(([name, condition]) => [
    name,
    faultyConditions.has(name) || readsFaulty(condition) ? always : condition,
  ]);
  const wrongInRule = new Map<PropertyKey | undefined, (readonly PropertyKey[])[]>();
  for (const [top, at, ...path] of wrong) {
    if (top !== "rules") continue;
    const before = wrongInRule.get(at);
    if (before === undefined) wrongInRule.set(at, [path]);
    else before.push(path);
  }
  const rules = (Array.isArray(value["rules"]) ? (value["rules"] as unknown[]) : []).flatMap((rule, index) => {
    const within = wrongInRule.get(index) ?? [];
    const sound = readsFaulty(rule) ? undefined : soundRule(rule, within);
    return sound === undefined ? [] : [{ rule: sound, index }];
  });
  const policy = {
    stage: "",
    decision: "",
    ...Object.fromEntries(Object.entries(value).filter(([key]) => !unsound.has(key))),
    parameters: Object.fromEntries(parameters.filter(([name]) => !faultyFacts.has(`parameters.${name}`))),
    conditions: Object.fromEntries(conditions),
    rules: rules.map(({ rule }) => rule),
  } as unknown as Policy;
  return { policy, unsound, places: rules.map(({ index }) => index) };
}

/** The rule without what is wrong beside its conditions and its event. */
function soundRule(rule: unknown, wrong: readonly (readonly PropertyKey[])[]): PolicyRule | undefined {
  if (!isObject(rule) || wrong.some((path) => path.length === 0)) return undefined;
  const event = isObject(rule["event"]) ? rule["event"] : undefined;
  const unknownInEvent = (path: readonly PropertyKey[]) => path.length === 2 && path[1] !== "type" && path[1] !== "params";
  if (event === undefined || wrong.some((path) => path[0] === "conditions" || (path[0] === "event" && !unknownInEvent(path))))
    return undefined;
  const kept = Object.entries(rule).filter(([key]) => key === "event" || !wrong.some(([first]) => first === key));
  const { type, params } = event;
  return { ...Object.fromEntries(kept), event: params === undefined ? { type } : { type, params } } as unknown as PolicyRule;
}

function mentionsAny(part: unknown, texts: ReadonlySet<string>): boolean {
  return typeof part === "string" ? texts.has(part) : isObject(part) && Object.values(part).some((member) => mentionsAny(member, texts));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
