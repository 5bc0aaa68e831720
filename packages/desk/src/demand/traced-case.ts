import type { CaseFile } from "@amends/core/model";
import type { CaseSource } from "./case-source.js";

/** The case as it is, but reading what a source may tell is noticed. */
export function tracedCase(caseFile: CaseFile, sources: readonly CaseSource[], onRead: (source: CaseSource) => void): CaseFile {
  const traced: Record<string, unknown> = { ...caseFile };
  for (const source of sources) {
    const held = caseFile[source.key] as Record<string, unknown> | null | undefined;
    if (held === null || held === undefined) continue;
    const watched = { ...held };
    for (const member of source.tells) {
      const get = () => {
        onRead(source);
        return held[member];
      };
      Object.defineProperty(watched, member, { enumerable: true, configurable: true, get });
    }
    traced[source.key] = watched;
  }
  return traced;
}
