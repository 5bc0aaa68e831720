import type { Finding } from "@amends/core/errors";
import { stageKeys } from "@amends/core/model";
import { leavesOf, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import type { LocatedSource } from "../located-source.js";

/** Facts that only a later stage writes: when the policy decides, they are always absent. */
export function findLateFacts(policy: Policy, stage: Pick<AnyStage, "name" | "writes" | "reads">, source: LocatedSource): Finding[] {
  const order: readonly string[] = stageKeys;
  const now = order.indexOf(stage.writes);
  const isLate = (fact: string): boolean => {
    const [root = ""] = fact.split(".");
    return order.indexOf(root) > now && !stage.reads.some((key) => key === root);
  };
  const find = (fact: unknown, path: readonly PropertyKey[]): Finding[] =>
    typeof fact !== "string" || !isLate(fact)
      ? []
      : [
          source.finding(path, {
            code: "fact_too_late",
            message: `${fact} is only known after stage "${stage.name}" has decided`,
            expected: "a fact of the case, or of a stage before",
          }),
        ];
  const conditions = [
    ...policy.rules.map((rule, index) => ({ condition: rule.conditions, at: ["rules", index, "conditions"] as PropertyKey[] })),
    ...Object.entries(policy.conditions ?? {}).map(([name, condition]) => ({ condition, at: ["conditions", name] as PropertyKey[] })),
  ];
  return [
    ...conditions.flatMap(({ condition, at }) =>
      [...leavesOf(condition)].flatMap(({ leaf, path }) => [
        ...find(leaf.fact, [...at, ...path, "fact"]),
        ...find(factOf(leaf.value), [...at, ...path, "value", "fact"]),
      ]),
    ),
    ...policy.rules.flatMap((rule, index) =>
      Object.entries(rule.event.params ?? {}).flatMap(([key, value]) =>
        find(factOf(value), ["rules", index, "event", "params", key, "fact"]),
      ),
    ),
  ];
}

function factOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (value as { fact?: unknown }).fact : undefined;
}
