import type { ReturnReason } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import type { ItemUnderReturn } from "./items-under-return.js";
import type { JudgedRight, NotEligibleReason, ReturnStatus } from "./judged-right.js";
import type { ReturnContext } from "./return-context.js";
import type { ReturnRight } from "./return-fact.js";
import type { GrantedFact } from "./return-packs.js";
import { judgeWindow, type WindowVerdict } from "./window-end.js";

/** One test that a right must pass: no reason against it, or one, or what is missing to tell. */
interface Obstacle {
  readonly reason?: NotEligibleReason;
  readonly told?: string;
  readonly missing?: string;
}

/** Judges one right for one item. Every test is made, so that everything missing is said at once. */
export function judgeRight(granted: GrantedFact, right: ReturnRight, item: ItemUnderReturn, context: ReturnContext): JudgedRight {
  const window = judgeWindow(right.window, context);
  const { order, returnRequest } = context.caseFile;
  const obstacles = [
    reasonObstacle(right.reasons, item.reason),
    windowObstacle(window),
    right.onlyWithoutTerms === true ? flagObstacle(order?.returnTermsStated, "order.returnTermsStated", "terms_stated") : {},
    right.onlyMajorFailure === true ? failureObstacle(returnRequest?.failure) : {},
    ...right.exceptions.map((exception) => exceptionObstacle(exception, item)),
    ...right.conditions.map((condition) => conditionObstacle(condition, item)),
  ];
  const against = obstacles.find(({ reason }) => reason !== undefined);
  const lacking = obstacles.flatMap(({ missing }) => (missing === undefined ? [] : [missing]));
  const unsure = lacking.length > 0 || window.open === undefined;
  const subjectTo = right.conditions.filter((condition) => conditionMet(condition, item) === undefined);
  const status: ReturnStatus = against !== undefined ? "not" : unsure ? "unknown" : "eligible";
  const { id, source, confidence } = granted.fact;
  const deciding = [...lacking, ...(window.open === undefined ? window.missing : [])];
  const refining = [
    ...window.missing,
    ...subjectTo.map((condition) => `${item.path}.${keyOf[condition]}`),
    ...(right.exceptions.length > 0 && item.traits === undefined ? [`${item.orderPath}.traits`] : []),
    ...(right.wayBack === "buyer_if_told" && (order?.withdrawalInformed ?? null) === null ? ["order.withdrawalInformed"] : []),
  ];
  const missing = { eligible: refining, unknown: deciding, not: [] }[status];
  return {
    fact: id,
    grantedBy: granted.grantor,
    status,
    reason: against?.reason ?? null,
    because: against?.told === undefined ? right.because : `${right.because} (${against.told})`,
    until: window.until ?? null,
    untilAt: window.untilAt === undefined || window.untilAt === null ? null : formatInstant(window.untilAt),
    openEnded: right.window.within === null,
    forReason: right.reasons !== "any" && item.reason !== undefined && right.reasons.includes(item.reason),
    wayBack: right.wayBack === "seller" || (right.wayBack === "buyer_if_told" && order?.withdrawalInformed === false) ? "seller" : "buyer",
    gives: right.gives,
    subjectTo: status === "not" ? [] : subjectTo,
    sendBack: right.sendBack ?? null,
    refund: right.refund ?? null,
    source,
    confidence,
    missing: [...new Set(missing)],
  };
}

/** Whether a right or its absence is about a reason; undefined where the reason decides it and nobody knows it. */
export function isAbout(reasons: ReturnRight["reasons"], reason: ReturnReason | undefined): boolean | undefined {
  if (reasons === "any") return true;
  return reason === undefined ? undefined : reasons.includes(reason);
}

function reasonObstacle(reasons: ReturnRight["reasons"], reason: ReturnReason | undefined): Obstacle {
  const about = isAbout(reasons, reason);
  if (about === undefined) return { missing: "returnRequest.reason" };
  return about ? {} : { reason: "other_reason", told: `not for ${reason}` };
}

function windowObstacle({ open, until }: WindowVerdict): Obstacle {
  return open === false ? { reason: "window_over", told: until === undefined ? "it is over" : `it was open until ${until}` } : {};
}

function flagObstacle(value: boolean | null | undefined, missing: string, reason: NotEligibleReason): Obstacle {
  if (value === undefined || value === null) return { missing };
  return value ? { reason, told: missing } : {};
}

function failureObstacle(failure: string | null | undefined): Obstacle {
  if (failure === undefined || failure === null) return { missing: "returnRequest.failure" };
  return failure === "major" ? {} : { reason: "minor_failure", told: `the failure is ${failure}` };
}

/** An exception is the seller's to show: without a word on the item's traits it doesn't apply. */
function exceptionObstacle({ trait, onceOpened, because }: ReturnRight["exceptions"][number], item: ItemUnderReturn): Obstacle {
  if (item.traits?.includes(trait) !== true) return {};
  if (onceOpened === true && item.opened === undefined) return { missing: `${item.path}.opened` };
  return onceOpened === true && !item.opened ? {} : { reason: "exception", told: because ?? trait };
}

/** A condition that nobody has looked at yet is left to the inspection: `subjectTo` says so. */
function conditionObstacle(condition: ReturnRight["conditions"][number], item: ItemUnderReturn): Obstacle {
  return conditionMet(condition, item) === false ? { reason: "condition", told: `it isn't ${condition}` } : {};
}

const keyOf = { unused: "used", unopened: "opened", complete: "complete" } as const;

function conditionMet(condition: ReturnRight["conditions"][number], item: ItemUnderReturn): boolean | undefined {
  const value = item[keyOf[condition]];
  return value === undefined ? undefined : condition === "complete" ? value : !value;
}
