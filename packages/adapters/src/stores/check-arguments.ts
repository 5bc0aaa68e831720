import type { ClaimOptions, LeaseRequest } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";

/** Refuses what a store can't keep or compare. What was given isn't quoted: it may be personal. */
export interface ArgumentChecks {
  text(name: string, ...values: readonly unknown[]): void;
  instant(name: string, value: unknown): void;
  end(now: unknown, until: unknown): void;
  claim(caseId: string, agent: string, options: ClaimOptions): void;
  lease(request: LeaseRequest): void;
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
    json: (name, value) => {
      try {
        return JSON.parse(JSON.stringify(value)) as typeof value;
      } catch {
        return refuse(`${name}: expected plain JSON`);
      }
    },
  };
}
