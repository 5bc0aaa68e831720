import type { PayoutLedger } from "@amends/core/contracts";
import type { CountingBank } from "./counting-bank.js";

/** Thrown where a process ends; nothing it does afterwards reaches anybody. */
export class Death extends Error {
  override readonly name = "Death";
}

/** A life of a process that ends before or after its n-th call of the outside world, the ledger's and the bank's counted alike. */
export function mortal(ledger: PayoutLedger, bank: CountingBank, dies: { readonly at: number; readonly when: "before" | "after" }) {
  let calls = 0;
  let dead = false;
  const step = (when: "before" | "after") => {
    if (dead) throw new Death();
    if (when === "before") calls += 1;
    if (calls !== dies.at || when !== dies.when) return;
    dead = true;
    throw new Death();
  };
  const guarded = new Proxy(ledger, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]) => {
        step("before");
        const answer: unknown = await (member as (...all: unknown[]) => Promise<unknown>)(...given);
        step("after");
        return answer;
      };
    },
  });
  bank.interfere = (when) => {
    step(when);
    return undefined;
  };
  return { ledger: guarded, died: () => dead };
}
