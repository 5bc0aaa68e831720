import type { TicketStore } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";

/** Cases in memory, newest first. A real host keeps them in its database. */
export interface CaseStore extends TicketStore {
  list(): readonly CaseFile[];
}

export function createCaseStore(): CaseStore {
  const cases = new Map<string, CaseFile>();
  const owners = new Map<string, string>();
  return {
    specVersion: "1",
    name: "cases",
    list: () => [...cases.values()].toReversed(),
    load: async (id) => cases.get(id),
    save: async (caseFile) => {
      const id = caseFile.id ?? "";
      cases.delete(id);
      cases.set(id, caseFile);
    },
    claim: async (id, agent) => {
      if (owners.has(id)) return false;
      owners.set(id, agent);
      return true;
    },
  };
}
