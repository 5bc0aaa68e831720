import { parseCaseFile, type CaseFile } from "@amends/core/model";
import type { ZoneProvider } from "@amends/core/time";

/** A case as read. A claim without ticket or event is enough of one: there is something to judge and to offer on. */
export function readCase(caseFile: CaseFile, zones: ZoneProvider | undefined): CaseFile {
  const options = zones === undefined ? {} : { zones };
  const claimAlone = (caseFile?.claim ?? null) !== null && (caseFile.ticket ?? caseFile.event ?? null) === null;
  if (!claimAlone) return parseCaseFile(caseFile, options);
  const { event: _event, ...read } = parseCaseFile({ ...caseFile, event: { kind: "case_resolved" } }, options);
  return read;
}
