import type { PayoutStatus, StepRecord } from "@amends/core/contracts";

/** Where a payout must stand for a line to be added. What is being taken back is not paid further; what became of it may still be told. */
export function statusesFor({ direction, status }: StepRecord): readonly PayoutStatus[] {
  if (direction === "undo") return ["undoing"];
  return status === "started" ? ["open"] : ["open", "undoing"];
}
