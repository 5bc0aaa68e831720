import type { CaseFile } from "../model/case-file.js";

/** Keeps cases; the storage is the host's. */
export interface TicketStore {
  readonly specVersion: "1";
  readonly name: string;
  load(id: string): Promise<CaseFile | undefined>;
  save(caseFile: CaseFile): Promise<void>;
  /** Makes `agent` the owner if nobody owns the ticket yet; false where somebody was faster. */
  claim(id: string, agent: string): Promise<boolean>;
}
