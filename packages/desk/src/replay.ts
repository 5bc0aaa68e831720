import { requireIterable } from "@amends/core/errors";
import { canonicalJson } from "@amends/core/audit";
import { stageKeys, type CaseFile, type StageKey } from "@amends/core/model";

/** One recorded case decided anew. */
export interface Replayed {
  readonly before: CaseFile;
  readonly after: CaseFile;
  /** The keys that came out differently; the audit record, which names the policies, is left aside. */
  readonly changed: readonly StageKey[];
}

/** Decides recorded cases anew, one at a time. */
export function* replayCases(log: Iterable<CaseFile>, handle: (caseFile: CaseFile) => CaseFile): Generator<Replayed> {
  requireIterable(log, "log");
  for (const before of log) {
    const after = handle(before);
    const changed = stageKeys.filter((key) => key !== "audit" && canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null));
    yield { before, after, changed };
  }
}
