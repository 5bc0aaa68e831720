import { requireList } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import { parseInstant, readInstant } from "../time/parse-instant.js";
import { firstReply } from "./first-reply.js";

/** A deadline that has passed while the shop still owed the answer. */
export interface OverdueTarget {
  readonly target: "answer" | "resolution";
  readonly dueAt: string;
  /** How late it is now, in seconds. */
  readonly lateBySeconds: number;
  /** The rule that set the deadline. */
  readonly rule: string;
}

/** A case with what is overdue in it. */
export interface OverdueCase {
  readonly caseFile: CaseFile;
  readonly overdue: readonly OverdueTarget[];
}

function overdueOf(caseFile: CaseFile, now: number): OverdueTarget[] {
  const status = caseFile.ticket?.status ?? "open";
  // While the customer is asked the next step isn't the shop's.
  if (!caseFile.ticket || status === "done" || status === "waiting_customer") return [];
  const { answerDueAt, firstResponse, resolution } = caseFile.sla ?? {};
  // Decisions made before the next answer had a deadline of its own owe the first response until somebody gave one.
  const first = answerDueAt === undefined && firstReply(caseFile) === undefined ? firstResponse?.dueAt : answerDueAt;
  const solved = resolution?.state === "met" || resolution?.state === "missed" || resolution?.state === "stopped";
  const owed = [
    ...(first ? [{ target: "answer" as const, dueAt: first, rule: firstResponse?.rule ?? "" }] : []),
    ...(resolution && !solved ? [{ target: "resolution" as const, dueAt: resolution.dueAt, rule: resolution.rule }] : []),
  ];
  return owed.flatMap(({ target, dueAt, rule }) => {
    const due = readInstant(dueAt);
    return due === undefined || now <= due ? [] : [{ target, dueAt, lateBySeconds: Math.floor((now - due) / 1000), rule }];
  });
}

const lateness = ({ overdue }: OverdueCase): number => Math.max(...overdue.map(({ lateBySeconds }) => lateBySeconds));

/**
 * The cases whose next answer or resolution is owed and past its deadline, the latest first. A deadline is met at its very
 * instant; an answered case owes no answer; nothing is owed while the customer is asked or when it is done.
 *
 * @throws {InvalidCaseError} where `now` is no instant.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { overdueCases } from "@amends/core/intake";
 * import type { CaseFile } from "@amends/core/model";
 * const sla = { firstResponse: { dueAt: "2026-03-03T17:00:00Z", rule: "sla/standard-targets/email" }, resolution: null };
 * const caseFile = { id: "C-1", ticket: { channel: "email", status: "open" }, sla } as unknown as CaseFile;
 * overdueCases([caseFile], "2026-03-03T17:00:00Z"); // => []
 * overdueCases([caseFile], "2026-03-03T18:00:00Z")[0]?.overdue[0]?.lateBySeconds; // => 3600
 */
export function overdueCases(cases: readonly CaseFile[], now: string): readonly OverdueCase[] {
  requireList(cases, "cases");
  const at = parseInstant(now, "now");
  return cases
    .map((caseFile) => ({ caseFile, overdue: overdueOf(caseFile, at) }))
    .filter(({ overdue }) => overdue.length > 0)
    .toSorted((a, b) => lateness(b) - lateness(a));
}
