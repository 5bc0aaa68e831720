import type { ClaimOptions, LeaseRequest, PayoutPlan } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { Money } from "@amends/core/model";
import { moneyFindings, toMinorUnits } from "@amends/core/money";

/** Refuses what a store can't keep or compare. What was given isn't quoted: it may be personal. */
export interface ArgumentChecks {
  text(name: string, ...values: readonly unknown[]): void;
  instant(name: string, value: unknown): void;
  end(now: unknown, until: unknown): void;
  claim(caseId: string, agent: string, options: ClaimOptions): void;
  lease(request: LeaseRequest): void;
  /** What a payout is known and added up by. */
  plan(plan: PayoutPlan): void;
  /** A copy of plain JSON; what JSON can't hold is refused or left out as JSON leaves it out. */
  json<Value>(name: string, value: Value): Value;
}

/** The checks that the stores share, so that each refuses the same. */
export function argumentChecks(adapter: string): ArgumentChecks {
  const refuse = (message: string): never => {
    throw new AdapterError({ adapter, reason: "rejected", message });
  };
  const isText = (value: unknown) => typeof value === "string" && value !== "" && !/[\0\p{Surrogate}]/u.test(value);
  const text: ArgumentChecks["text"] = (name, ...values) => {
    if (!values.every(isText)) refuse(`${name}: expected a text that isn't empty`);
  };
  const instant: ArgumentChecks["instant"] = (name, value) => {
    if (!Number.isSafeInteger(value)) refuse(`${name}: expected an instant in whole epoch milliseconds`);
  };
  const end: ArgumentChecks["end"] = (now, until) => {
    instant("now", now);
    instant("until", until);
    if (Number(until) <= Number(now)) refuse("until: expected an instant after now");
  };
  const money = (name: string, value: Money) => {
    if (moneyFindings(value, name).length > 0 || toMinorUnits(value, name) < 0n)
      refuse(`${name}: expected an amount of money from 0 up in a known currency`);
  };
  return {
    text,
    instant,
    end,
    claim: (caseId, agent, { now, until, about = [] }) => {
      text("caseId", caseId);
      text("agent", agent);
      text("about", ...about);
      if (until === undefined) instant("now", now);
      else end(now, until);
    },
    lease: ({ worker, now, until }) => {
      text("worker", worker);
      end(now, until);
    },
    plan: ({ key, offer, amount, refundable, knownPayouts = [], sendsGoods = false }) => {
      text("key", key);
      text("offer", offer);
      if (amount) money("amount", amount);
      if (refundable) money("refundable", refundable);
      if (!Array.isArray(knownPayouts)) refuse("knownPayouts: expected a list of keys");
      text("knownPayouts", ...knownPayouts);
      if (typeof sendsGoods !== "boolean") refuse("sendsGoods: expected true or false");
    },
    json: (name, value) => {
      try {
        return JSON.parse(JSON.stringify(value)) as typeof value;
      } catch {
        return refuse(`${name}: expected plain JSON`);
      }
    },
  };
}
