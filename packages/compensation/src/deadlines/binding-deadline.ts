import { formatInstant, type Instant } from "@amends/core/time";

/** Who sets a date: what was promised to customers, a marketplace, the law, a carrier, or a policy of the host. */
export type DeadlineArea = "sla" | "marketplace" | "law" | "carrier" | "policy";

/** Who has to act by a date. */
export type DeadlineParty = "seller" | "buyer" | "carrier" | "venue";

/** A date that binds a case. */
export interface BindingDeadline {
  readonly kind: string;
  /** ISO 8601. */
  readonly at: string;
  /** The last day; null for a time of day. */
  readonly on: string | null;
  readonly area: DeadlineArea;
  /** Who has to act; null where a policy doesn't say. */
  readonly owedBy: DeadlineParty | null;
  /** Whether something may be done from then on, or no longer. */
  readonly nature: "closes" | "opens";
  /** `overdue` is the seller's; what others let pass has `passed`. A `paused` clock moves its date; `withheld` money isn't due before. */
  readonly state: "ahead" | "overdue" | "passed" | "paused" | "withheld";
  /** From what it was counted; empty where somebody else said the date. */
  readonly from: readonly string[];
  readonly because: string;
  readonly source: string;
  readonly confidence: string | null;
  /** The fact of a pack, or the rule. */
  readonly fact: string | null;
  /** What happens where nothing is done; null where nobody wrote it down. */
  readonly onSilence: string | null;
}

/** Dates and what lacked to know more. */
export interface DeadlinesFound {
  readonly deadlines: readonly BindingDeadline[];
  readonly missing: readonly string[];
}

/** Where a date stands at an instant: that of an `at` is too late. */
export function stateAt(
  at: Instant,
  now: Instant,
  owedBy: BindingDeadline["owedBy"],
  nature: BindingDeadline["nature"],
): "ahead" | "overdue" | "passed" {
  if (now < at) return "ahead";
  return nature === "closes" && owedBy === "seller" ? "overdue" : "passed";
}

/** A date with its state; what isn't said is not known. */
export function bindingDeadline(
  given: { readonly at: Instant; readonly now: Instant } & Pick<BindingDeadline, "kind" | "area" | "owedBy" | "because" | "source"> &
    Partial<Omit<BindingDeadline, "at">>,
): BindingDeadline {
  const { at, now, ...rest } = given;
  const nature = rest.nature ?? "closes";
  const unsaid = { on: null, from: [], confidence: null, fact: null, onSilence: null };
  return { ...unsaid, nature, state: stateAt(at, now, rest.owedBy, nature), ...rest, at: formatInstant(at) };
}
