import { requireObject } from "@amends/core/errors";
import type { PayoutEntry, PayoutStatus, PayoutStep, StepRecord } from "@amends/core/contracts";
import type { Money } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";

const statusWords: Readonly<Record<PayoutStatus, string>> = {
  open: "begun, not complete",
  complete: "complete",
  undoing: "being taken back",
  undone: "taken back",
  partly_undone: "taken back in part",
};

const doneWords = {
  started: "asked for",
  done: "done",
  failed: "not done",
  unknown: "nobody knows whether it was done",
  kept: "kept",
} as const;
const undoneWords = {
  started: "asked to take it back",
  done: "taken back",
  failed: "not taken back",
  unknown: "nobody knows whether it was taken back",
  kept: "can't be taken back",
} as const;

const wordsOf = ({ amount, currency }: Money) => `${amount} ${currency}`;

/**
 * A payout in sentences for whoever asks why it was paid: what, on which case, by which rules, who approved it, and everything that
 * happened to each step.
 *
 * @example
 * import { explainPayout } from "@amends/compensation/payout";
 * const why = { because: "it came late", rules: ["offers/late"], policies: [{ policy: "offers", version: "1.0.0" }], approval: null };
 * const steps = [{ id: "coupon", kind: "coupon", says: "20 % off", amount: null, data: {} }];
 * const plan = { key: "K-1", offer: "F-1", sequence: 0, caseId: "C-1", orderId: null, remedy: "coupon",
 *   amount: null, refundable: null, why, steps };
 * const records = [{ step: "coupon", direction: "do", status: "done", attempt: 1, at: 0, worker: "w", because: "the action says so" }];
 * const entry = { plan, status: "complete", beganAt: 0, changedAt: 0, undoBecause: null, records };
 * explainPayout(entry); // => ["coupon on case C-1: complete since 1970-01-01T00:00:00Z.", "Because it came late, by offers/late (offers 1.0.0).", "1. 20 % off",
 * //   "   1970-01-01T00:00:00Z done, try 1, by w: the action says so"]
 */
export function explainPayout(entry: PayoutEntry): readonly string[] {
  requireObject(entry, "entry");
  const { plan, status, changedAt, undoBecause, records } = entry;
  const { remedy, amount, caseId, orderId, why } = plan;
  const places = [caseId === null ? [] : [`case ${caseId}`], orderId === null ? [] : [`order ${orderId}`]].flat();
  const what = `${remedy}${amount === null ? "" : ` of ${wordsOf(amount)}`}${places.length === 0 ? "" : ` on ${places.join(", ")}`}`;
  const rules = why.rules.length === 0 ? "" : `, by ${why.rules.join(", ")}`;
  const policies = why.policies.map(({ policy, version }) => `${policy} ${version}`).join(", ");
  const approvals = why.approvals ?? (why.approval === null ? [] : [why.approval]);
  return [
    `${what}: ${statusWords[status]} since ${formatInstant(changedAt)}.`,
    `Because ${why.because}${rules}${policies === "" ? "" : ` (${policies})`}.`,
    ...approvals.map(({ by, role, because }) => `Approved by ${by} as ${role}: ${because}.`),
    ...(undoBecause === null ? [] : [`Taken back because ${undoBecause}.`]),
    ...plan.steps.flatMap((step, index) => stepLines(step, index, records)),
  ];
}

function stepLines(step: PayoutStep, index: number, records: readonly StepRecord[]): readonly string[] {
  const own = records.filter((record) => record.step === step.id);
  const lines = own.map(({ direction, status, attempt, at, worker, because }) => {
    const word = direction === "do" ? doneWords[status] : undoneWords[status];
    return `   ${formatInstant(at)} ${word}, try ${attempt}, by ${worker}: ${because}`;
  });
  return [`${index + 1}. ${step.says}`, ...(lines.length === 0 ? ["   nothing yet"] : lines)];
}
