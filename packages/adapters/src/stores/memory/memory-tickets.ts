import type { TicketStore } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { argumentChecks } from "../check-arguments.js";
import type { ClaimTable } from "./claim-table.js";

const checks = argumentChecks("memory");

/** Cases by id. */
export function memoryTickets(claims: ClaimTable): TicketStore {
  const cases = new Map<string, CaseFile>();
  return {
    specVersion: "1",
    name: "memory",
    load: async (id) => {
      checks.text("id", id);
      const found = cases.get(id);
      return found === undefined ? undefined : structuredClone(found);
    },
    save: async (caseFile) => {
      checks.text("id", caseFile.id);
      cases.set(String(caseFile.id), checks.json("case", caseFile));
    },
    claim: async (id, agent) => {
      checks.text("id", id);
      checks.text("agent", agent);
      // Without a clock nobody can tell whether a claim has ended: only a released one is free.
      const row = claims.rows.get(id);
      if (row !== undefined && !row.released) return false;
      claims.take(id, agent, { now: 0 });
      return true;
    },
  };
}
