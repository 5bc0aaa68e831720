import type { CaseFile } from "@amends/core/model";
import { readDuration, readInstant } from "@amends/core/time";

/** Moments that a reply can tell, in epoch milliseconds. */
export interface ExpectedTimes {
  /** When the customer hears next. */
  readonly updateAt?: number;
  /** When an answer can be expected. */
  readonly expectedAt?: number;
}

/** When the customer hears next, and when an answer can be expected: after `now`, where earlier stages said so. */
export function expectedTimes({ sla, assignment }: CaseFile, now: number): ExpectedTimes {
  const ahead = (text: string | null | undefined) => {
    const at = readInstant(text ?? "");
    return at !== undefined && at > now ? at : undefined;
  };
  const update = sla?.updates?.at?.map(ahead).find((at) => at !== undefined);
  const expected =
    ahead(assignment?.expectedResponseAt) ?? ahead(sla?.answerDueAt === undefined ? sla?.firstResponse?.dueAt : sla.answerDueAt);
  return { ...(update === undefined ? {} : { updateAt: update }), ...(expected === undefined ? {} : { expectedAt: expected }) };
}

/** Until when a case that waits in the queue probably waits: after `now`, where the queue's wait is told. */
export function waitUntil({ assignment }: CaseFile, now: number): number | undefined {
  const seconds = readDuration(assignment?.queue?.expectedWait ?? "");
  return seconds !== undefined && seconds > 0 ? now + seconds * 1000 : undefined;
}
