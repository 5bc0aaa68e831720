import { standardStages } from "@amends/desk";

const reasons: ReadonlyMap<string, string> = new Map(
  standardStages.flatMap(({ policies }) =>
    policies.flatMap(({ policy, rules }) => rules.map(({ name, because }) => [`${policy}/${name}`, because ?? ""] as const)),
  ),
);

/** Why a rule says what it says, as its policy puts it. */
export const reasonOf = (rule: string | null | undefined): string => reasons.get(rule ?? "") ?? "";
