import { InvalidCaseError, type Finding } from "@amends/core/errors";
import type { Agent } from "@amends/core/model";
import type { ZoneProvider } from "@amends/core/time";

/** Refuses a roster whose agents can't be told apart or placed in time. */
export function checkRoster(roster: readonly Agent[], zones: ZoneProvider): void {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  const known = new Set<string>();
  roster.forEach(({ id, zone }, index) => {
    const before = seen.get(id);
    if (before !== undefined) {
      findings.push({
        code: "agent_duplicate",
        message: `agents[${before}] and agents[${index}] are both "${id}"`,
        path: `agents[${index}].id`,
        fix: "give each agent one entry",
      });
    }
    seen.set(id, index);
    if (zone === undefined || zone === null || known.has(zone)) return;
    if (zones.has(zone)) known.add(zone);
    else {
      findings.push({
        code: "zone_unknown",
        message: `"${zone}" is not a time zone`,
        path: `agents[${index}].zone`,
        expected: "an IANA name such as Asia/Tokyo",
      });
    }
  });
  if (findings.length > 0) throw new InvalidCaseError(findings, "The roster can't be read:");
}
