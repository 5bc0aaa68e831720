import { didYouMean, type Finding } from "@amends/core/errors";
import type { LocatedSource } from "../located-source.js";

type Node = Readonly<Record<string, unknown>>;

const shared = ["name", "priority"];
const groups = ["all", "any", "not", "condition"];
const ofTest = ["fact", "operator", "value", "path", "params", ...shared];

/**
 * Keys of conditions that no rule engine reads. A condition with a key misspelt means something else than it says, and nothing
 * else would notice: `"pathh"` leaves the path out.
 */
export function findUnknownConditionKeys(source: LocatedSource): Finding[] {
  const findings: Finding[] = [];
  const walk = (node: unknown, path: readonly PropertyKey[]): void => {
    if (!isNode(node)) return;
    const group = groups.filter((key) => Object.hasOwn(node, key));
    // What is neither a group nor a test is refused as a whole.
    if (group.length === 0 && !Object.hasOwn(node, "fact")) return;
    const known = group.length === 0 ? ofTest : [...groups, ...shared];
    for (const key of Object.keys(node).filter((name) => !known.includes(name))) {
      const what = group.length === 0 ? "a test of a fact" : `a group with "${group[0]}"`;
      const meant = didYouMean(key, known);
      findings.push(
        source.finding(
          [...path, key],
          {
            code: "condition_key_unknown",
            message: `${what} has no "${key}"`,
            ...(meant.fix === undefined ? { expected: `one of ${known.join(", ")}` } : meant),
          },
          "key",
        ),
      );
    }
    for (const key of ["all", "any"]) {
      const members = node[key];
      if (Array.isArray(members)) members.forEach((member, index) => walk(member, [...path, key, index]));
    }
    walk(node["not"], [...path, "not"]);
  };
  const { value } = source;
  if (!isNode(value)) return [];
  const rules: unknown = value["rules"];
  if (Array.isArray(rules))
    rules.forEach((rule, index) => walk(isNode(rule) ? rule["conditions"] : undefined, ["rules", index, "conditions"]));
  const named = value["conditions"];
  if (isNode(named)) for (const [name, condition] of Object.entries(named)) walk(condition, ["conditions", name]);
  return findings;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
