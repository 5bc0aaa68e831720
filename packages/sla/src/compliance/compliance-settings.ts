import type { Finding } from "@amends/core/errors";
import type { CaseEvent, LoggedTarget } from "@amends/core/events";
import type { CalendarDefinition, CompiledCalendar, Instant, LocalDate } from "@amends/core/time";
import type { ComplianceOptions } from "./compliance-options.js";
import type { JudgedCase } from "./judged-case.js";
import type { LatenessBaseline } from "./lateness-baseline.js";

/** What a case is judged by, as far as the log knows it until its answer. */
export interface ComplianceCase {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly channel: string | undefined;
  readonly language: string | undefined;
  readonly marketplace: string | undefined;
  readonly country: string | undefined;
  readonly issueType: string | undefined;
  readonly complexity: string | undefined;
  /** The last one that had it. */
  readonly team: string | undefined;
  readonly agent: string | undefined;
  /** The target that was decided last. */
  readonly target: LoggedTarget | undefined;
  /** From its reception to its answer or, without one, all; in order of time. */
  readonly events: readonly CaseEvent[];
}

/** When a team works. */
export type TeamHours = CompiledCalendar | CalendarDefinition;

/** What lateness is split by. */
export interface LatenessSettings {
  /** What is usual, from a pass before; without it nothing is a peak and no work is more complex than other. */
  readonly baseline?: LatenessBaseline;
  /** When the team that answers a case works; without it, always. A definition is compiled, that of a function for each case anew. */
  readonly hours?: TeamHours | ((of: ComplianceCase) => TeamHours | undefined);
}

/** How to compute compliance. */
export interface ComplianceSettings {
  /**
   * Which deadline is judged. Default: the first response, once for each time that the case is received or reopened. The next response
   * is judged for each message of the customer's after an answer, the resolution once: the last one.
   */
  readonly clock?: "firstResponse" | "nextResponse" | "resolution";
  /** What differs from the standard options. */
  readonly options?: Partial<ComplianceOptions>;
  /** As of when unanswered cases are judged, as an ISO 8601 instant. Default, and at least: the latest event. */
  readonly asOf?: string;
  /** The first date that no window holds, in the zone of the options. Default: the one after `asOf`. */
  readonly until?: LocalDate;
  /**
   * The deadline of a case; undefined for none. Default: the target that was decided last, as the log has it. It must say the same of
   * the same case each time.
   */
  readonly dueOf?: (of: ComplianceCase) => LoggedTarget | Instant | undefined;
  /** Groups to compare, by name. Default: channel, team, language and marketplace. An undefined value belongs to no group. */
  readonly by?: Readonly<Record<string, (of: ComplianceCase) => string | undefined>>;
  /** The percentage that every figure must reach; targets with one of their own have that. */
  readonly percent?: number;
  /** Splits the lateness of late cases over its causes. */
  readonly lateness?: LatenessSettings;
  /** Hears of each case once its outcome can't change any more; those still open at the end are told by `judgeCases`. */
  readonly onJudged?: (judged: JudgedCase) => void;
  /** Hears of an event that can't be read, which is then counted and left out. Without it such an event throws. */
  readonly onUnreadable?: (findings: readonly Finding[], input: unknown) => void;
}
