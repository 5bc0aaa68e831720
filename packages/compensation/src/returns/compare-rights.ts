import type { JudgedRight } from "./judged-right.js";

const byGrantor = { law: 0, marketplace: 1, seller: 1 } as const;
const byStatus = { eligible: 0, unknown: 1, not: 2 } as const;

/**
 * Which right goes first: one that holds, then the law's, then the more generous: the one made for a fault, a refund before a
 * repair, the one that lasts longer, the one whose way back the seller pays. The order of packs never counts.
 */
export function compareRights(one: JudgedRight, other: JudgedRight): number {
  return (
    byStatus[one.status] - byStatus[other.status] ||
    Number(isBeside(one)) - Number(isBeside(other)) ||
    byGrantor[one.grantedBy] - byGrantor[other.grantedBy] ||
    Number(other.forReason) - Number(one.forReason) ||
    Number(other.gives[0] === "refund") - Number(one.gives[0] === "refund") ||
    byLasting(one, other) ||
    Number(one.wayBack === "buyer") - Number(other.wayBack === "buyer") ||
    (one.fact < other.fact ? -1 : Number(one.fact > other.fact))
  );
}

/** Whether a right isn't about this return at all: of those that don't hold, it says the least. */
function isBeside({ reason }: JudgedRight): boolean {
  return reason === "other_reason";
}

/** Sorts the right that lasts longer first: without an end, then the later one, then the one whose end nobody can tell. */
export function byLasting(one: JudgedRight, other: JudgedRight): number {
  const [a, b] = [lastOf(one), lastOf(other)];
  return a < b ? 1 : Number(a > b) * -1;
}

function lastOf({ until, openEnded }: JudgedRight): string {
  return openEnded ? "~" : (until ?? "");
}
