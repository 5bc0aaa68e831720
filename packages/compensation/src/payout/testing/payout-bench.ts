import { executePayout } from "../execute-payout.js";
import { countingBank, type BankTraits } from "./counting-bank.js";
import { listedLedger } from "./listed-ledger.js";
import { samplePlan } from "./sample-plan.js";

/** How long a lease of the bench lasts. */
export const minute = 60_000;

/** A ledger, a bank and a clock that stands still. */
export function bench(traits: BankTraits = {}) {
  const ledger = listedLedger();
  const bank = countingBank(traits);
  const at = { now: Date.UTC(2026, 2, 3, 15) };
  const options = { ledger, actions: bank.actions, clock: () => at.now, leaseSeconds: 60 };
  return { ledger, bank, at, options, pay: (plan = samplePlan()) => executePayout(plan, options) };
}

/** What the bank has paid where each step of the sample plan was done once. */
export const once = { a: 1, b: 1, c: 1 };
