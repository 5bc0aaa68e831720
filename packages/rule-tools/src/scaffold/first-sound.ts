import type { Finding } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import { checkFiles } from "../check/check-files.js";

/** The first of several texts of a policy in which nothing is wrong that wasn't `before`; where there is none, the one with least. */
export function firstSound(texts: Iterable<() => string>, stage: AnyStage, before?: string): string {
  const known = new Set(before === undefined ? [] : found(before, stage).map(kindOf));
  let best: { text: string; weight: number } | undefined;
  for (const write of texts) {
    const text = write();
    const weight = found(text, stage)
      .filter((finding) => !known.has(kindOf(finding)))
      .reduce((sum, { severity }) => sum + (severity === "warning" ? 1 : 1000), 0);
    if (best === undefined || weight < best.weight) best = { text, weight };
    if (weight === 0) break;
  }
  return best?.text ?? "";
}

function found(text: string, stage: AnyStage): Finding[] {
  return checkFiles({ policies: [{ path: "new.policy.json", text }], tests: [], stages: [stage], lint: {} }).filter(
    ({ severity }) => severity !== "off",
  );
}

/** The same finding may stand on another line when a rule is added before it. */
function kindOf({ code, message }: Finding): string {
  return `${code} ${message}`;
}
