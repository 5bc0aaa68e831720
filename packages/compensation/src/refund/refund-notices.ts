import type { Money } from "@amends/core/money";
import { addDays, type LocalDate } from "@amends/core/time";
import type { FactOf } from "./refund-pack.js";
import type { PaymentRefund, RefundArrival, RefundStage } from "./refund-plan.js";

/** What the customer is told on a stage, and by which template. */
export interface RefundNotice {
  readonly stage: RefundStage["stage"];
  /** The local date; null where nobody knows it. */
  readonly on: LocalDate | null;
  /** The key of the template. */
  readonly template: string;
  /** The payment it is about; null where it is about the whole refund, or the payment has no id. */
  readonly payment: string | null;
  /** What the template is filled with, as far as it asks for it. */
  readonly values: Partial<NoticeValues>;
}

/** What a template on a refund can be filled with. */
export interface NoticeValues {
  readonly amount: Money;
  readonly method: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly reference: string | null;
  readonly explanation: string | null;
  /** The last four digits of the card or account, beside the method, where they are given. */
  readonly lastFour?: string;
  /** The whole refund, beside the amount, where this is a part of it. */
  readonly whole?: Money;
}

/** The dates of the stages; what hasn't come the day after the last one is traced with the provider, before the customer asks. */
export function refundStages(today: LocalDate, arrival: RefundArrival | null): RefundStage[] {
  return [
    { stage: "approved", on: today },
    { stage: "sent", on: today },
    { stage: "arrives", on: arrival?.to ?? null },
    { stage: "trace", on: arrival === null ? null : addDays(arrival.to, 1) },
  ];
}

/** Approval is told once, for the whole refund; the rest for each payment that gets money back. Without a template nothing is told. */
export function refundNotices(
  refund: Money,
  today: LocalDate,
  payments: readonly PaymentRefund[],
  arrival: RefundArrival | null,
  templates: readonly FactOf<"notice">[],
): RefundNotice[] {
  const templateOf = new Map(templates.map(({ value }) => [value.stage, value]));
  const told = payments.filter(({ amount }) => Number(amount.amount) > 0);
  const approved = {
    amount: refund,
    method: null,
    from: arrival?.from ?? null,
    to: arrival?.to ?? null,
    reference: null,
    explanation: null,
  };
  const stages: (RefundStage & { payment: string | null; values: NoticeValues })[] = [
    { stage: "approved", on: today, payment: null, values: told.length === 1 ? valuesOf(told[0] as PaymentRefund) : approved },
    ...told.flatMap((one) =>
      refundStages(today, one.arrival)
        .filter(({ stage }) => stage !== "approved")
        .map(({ stage, on }) => ({
          stage,
          on,
          payment: one.id,
          values: { ...valuesOf(one), ...(told.length > 1 ? { whole: refund } : {}) },
        })),
    ),
  ];
  return stages
    .flatMap(({ stage, on, payment, values }) => {
      const notice = templateOf.get(stage);
      if (notice === undefined) return [];
      return [{ stage, on, template: notice.template, payment, values: toldOf(values, notice.tells) }];
    })
    .sort((one, other) => rank(one).localeCompare(rank(other)));
}

/** What a notice tells, with what goes along: the last digits with the method, the whole with the amount. */
function toldOf(values: NoticeValues, tells: FactOf<"notice">["value"]["tells"]): Partial<NoticeValues> {
  const { lastFour, whole } = values;
  return {
    ...Object.fromEntries(tells.map((key) => [key, values[key]])),
    ...(lastFour !== undefined && tells.includes("method") ? { lastFour } : {}),
    ...(whole !== undefined && tells.includes("amount") ? { whole } : {}),
  };
}

/** By date, unknown ones last; on the same date by the order of the stages. */
function rank({ on, stage }: { on: LocalDate | null; stage: RefundStage["stage"] }): string {
  return `${on ?? "9999-99-99"} ${["approved", "sent", "arrives", "trace"].indexOf(stage)}`;
}

function valuesOf({ amount, method, lastFour, arrival, delay }: PaymentRefund): NoticeValues {
  return {
    amount,
    method,
    from: arrival?.from ?? null,
    to: arrival?.to ?? null,
    reference: delay?.reference ?? null,
    explanation: delay?.explanation ?? null,
    ...(lastFour === undefined ? {} : { lastFour }),
  };
}
