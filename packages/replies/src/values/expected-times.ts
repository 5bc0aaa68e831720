import type { CaseFile } from "@amends/core/model";
import { readInstant } from "@amends/core/time";

/** When the customer hears next, and when an answer can be expected: epoch milliseconds after `now`, where earlier stages said so. */
export function expectedTimes({ sla, assignment }: CaseFile, now: number): { readonly updateAt?: number; readonly expectedAt?: number } {
  const ahead = (text: string | null | undefined) => {
    const at = readInstant(text ?? "");
    return at !== undefined && at > now ? at : undefined;
  };
  const update = sla?.updates?.at?.map(ahead).find((at) => at !== undefined);
  const expected =
    ahead(assignment?.expectedResponseAt) ?? ahead(sla?.answerDueAt === undefined ? sla?.firstResponse?.dueAt : sla.answerDueAt);
  return { ...(update === undefined ? {} : { updateAt: update }), ...(expected === undefined ? {} : { expectedAt: expected }) };
}
