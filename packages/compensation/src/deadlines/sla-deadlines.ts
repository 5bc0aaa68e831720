import type { CaseFile, SlaTarget } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant } from "@amends/core/time";
import { bindingDeadline, type BindingDeadline } from "./binding-deadline.js";

/**
 * What was promised to the customer, by the case's `sla`: answers, the resolution and the next report, as long as they are owed. A host
 * may write a part of it only, and an undecided one promises nothing.
 */
export function slaDeadlines({ sla }: CaseFile, context: Context): BindingDeadline[] {
  if (sla === undefined || sla === null) return [];
  const targets: [string, string, SlaTarget | null | undefined][] = [
    ["sla_first_response", "the first response", sla.firstResponse],
    ["sla_next_response", "the next response", sla.nextResponse],
    ["sla_resolution", "the resolution", sla.resolution],
  ];
  return [...targets.flatMap(([kind, what, target]) => targetDeadline(kind, what, target, context)), ...nextReport(sla, context)];
}

function targetDeadline(kind: string, what: string, target: SlaTarget | null | undefined, { now }: Context): BindingDeadline[] {
  const at = readInstant(target?.dueAt);
  if (target === null || target === undefined || at === undefined) return [];
  if (target.state === "met" || target.state === "missed" || target.state === "stopped") return [];
  const rules = (target.lost as SlaTarget["lost"] | null | undefined)?.map(({ rule }) => rule).join(", ");
  const lost = rules ? `, before ${rules}` : "";
  return [
    bindingDeadline({
      kind,
      at,
      now,
      area: "sla",
      owedBy: "seller",
      ...(target.state === "paused" ? { state: "paused" as const } : isOverdue(target, at, now)),
      from: target.startedAt ? [`sla, from ${target.startedAt}`] : [],
      because: `${what} is due ${withinOf(target)}${lost}`,
      source: target.rule,
      fact: target.rule,
      onSilence: "the target counts as missed",
    }),
  ];
}

function withinOf({ within, clock }: Partial<SlaTarget>): string {
  return within ? `within ${within}${clock ? ` (${clock} clock)` : ""}` : "by then";
}

/** A target is met at its very instant. */
function isOverdue({ state }: SlaTarget, at: Instant, now: Instant): { state: "ahead" | "overdue" } {
  return { state: state === "overdue" || now > at ? "overdue" : "ahead" };
}

function nextReport({ updates, resolution }: NonNullable<CaseFile["sla"]>, { now }: Context): BindingDeadline[] {
  if (resolution?.state === "met" || resolution?.state === "missed" || resolution?.state === "stopped") return [];
  const reports = (updates as Partial<NonNullable<typeof updates>> | null | undefined)?.at ?? [];
  const next = reports.map((at) => readInstant(at)).find((at) => at !== undefined && at > now);
  if (next === undefined || !updates) return [];
  const { every } = updates as Partial<typeof updates>;
  const because = every ? `the customer was promised a report every ${every}` : "the customer was promised a report";
  return [
    bindingDeadline({
      kind: "sla_report",
      at: next,
      now,
      area: "sla",
      owedBy: "seller",
      because,
      source: updates.rule,
      fact: updates.rule,
    }),
  ];
}
