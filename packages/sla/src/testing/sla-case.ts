import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import type { CalendarDefinition } from "@amends/core/time";
import type { TargetParams } from "../target-params.js";

type Ticket = NonNullable<CaseFile["ticket"]>;

/** An e-mail at an instant, with whatever else a test says of the case. */
export function slaCase(
  createdAt: string,
  { ticket, ...rest }: Partial<Omit<CaseFile, "ticket">> & { ticket?: Partial<Ticket> } = {},
): CaseFile {
  return { now: createdAt, ticket: { channel: "email", createdAt, ...ticket }, ...rest };
}

/** What the classification stage would have said, cut down to what targets read. */
export function classified(labels: Partial<NonNullable<CaseFile["classification"]>>): NonNullable<CaseFile["classification"]> {
  return labels as NonNullable<CaseFile["classification"]>;
}

/** Office hours in a zone: Monday to Friday, 09:00 to 17:00, unless a test says otherwise. */
export function officeHours(zone: string, rest: Partial<CalendarDefinition> = {}): CalendarDefinition {
  const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
  return { zone, hours: Object.fromEntries(weekdays.map((day) => [day, [["09:00", "17:00"]]])), ...rest };
}

/** A policy of one target that always applies. */
export function targetPolicy(params: TargetParams, rest: Partial<Policy> = {}): Policy {
  return {
    policy: "test/targets",
    version: "1.0.0",
    stage: "sla",
    decision: "targets",
    decide: "strictest",
    rules: [{ name: "only", conditions: { all: [] }, event: { type: "respond", params: { ...params } } }],
    ...rest,
  };
}
