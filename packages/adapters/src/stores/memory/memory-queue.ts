import type { CaseClaim, CaseQueue } from "@amends/core/contracts";
import { argumentChecks } from "../check-arguments.js";
import { isInForce, type ClaimTable } from "./claim-table.js";

const checks = argumentChecks("memory");
const copyOf = (claim: CaseClaim): CaseClaim => ({ ...claim, about: [...claim.about] });

/** A queue over a table of claims. */
export function memoryQueue(claims: ClaimTable): CaseQueue {
  const messages = new Map<string, string>();
  const inForce = (now: number) =>
    [...claims.rows.values()]
      .filter((row) => isInForce(row, now))
      .map(({ claim }) => claim)
      .toSorted((one, other) => one.since - other.since || (one.caseId < other.caseId ? -1 : 1));
  const atWorkOn = (about: readonly string[], now: number, except?: string) =>
    inForce(now)
      .filter((claim) => claim.agent !== except && claim.about.some((subject) => about.includes(subject)))
      .map(copyOf);
  return {
    specVersion: "1",
    name: "memory",
    claim: async (caseId, agent, options) => {
      checks.claim(caseId, agent, options);
      const claim = claims.take(caseId, agent, options);
      if (claim.agent !== agent) return { claimed: false, heldBy: copyOf(claim) };
      return { claimed: true, claim: copyOf(claim), others: atWorkOn(options.about ?? [], options.now, agent) };
    },
    release: async (caseId, agent) => {
      checks.text("caseId", caseId);
      checks.text("agent", agent);
      const row = claims.rows.get(caseId);
      if (row === undefined || row.released || row.claim.agent !== agent) return false;
      claims.release(caseId);
      return true;
    },
    holder: async (caseId, { now }) => {
      checks.text("caseId", caseId);
      checks.instant("now", now);
      const row = claims.rows.get(caseId);
      return row !== undefined && isInForce(row, now) ? copyOf(row.claim) : undefined;
    },
    heldBy: async (agent, { now }) => {
      checks.text("agent", agent);
      checks.instant("now", now);
      return inForce(now)
        .filter((claim) => claim.agent === agent)
        .map(copyOf);
    },
    atWorkOn: async (about, { now, except }) => {
      checks.text("about", ...about);
      checks.instant("now", now);
      return atWorkOn(about, now, except);
    },
    bindMessage: async (messageId, caseId) => {
      checks.text("messageId", messageId);
      checks.text("caseId", caseId);
      const first = !messages.has(messageId);
      if (first) messages.set(messageId, caseId);
      return { caseId: messages.get(messageId) ?? caseId, first };
    },
  };
}
