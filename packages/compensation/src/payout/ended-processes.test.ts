import { describe, expect, it } from "vitest";
import { executePayout } from "./execute-payout.js";
import type { BankTraits } from "./testing/counting-bank.js";
import { mortal } from "./testing/mortal-worker.js";
import { bench, minute, once } from "./testing/payout-bench.js";
import { samplePlan } from "./testing/sample-plan.js";

describe("a process that ends", () => {
  const when = ["before", "after"] as const;
  const traits: readonly BankTraits[] = [{}, { repeatable: true }, { repeatable: true, answers: false }];

  it.each(traits.flatMap((each) => when.map((moment) => [JSON.stringify(each), moment, each] as const)))(
    "at any call (%s, %s it) leaves a payout that the next one completes, paying each step once",
    async (_, moment, trait) => {
      let deaths = 0;
      for (let call = 1; ; call += 1) {
        const { bank, ledger, at, options, pay } = bench(trait);
        const life = mortal(ledger, bank, { at: call, when: moment });
        await executePayout(samplePlan(), { ...options, ledger: life.ledger }).catch(() => undefined);
        bank.interfere = () => undefined;
        if (!life.died()) break;
        deaths += 1;
        const early = await pay();
        expect(["paid", "held", "waiting"]).toContain(early.status);
        at.now += minute;
        expect(await pay()).toMatchObject({ status: "paid" });
        expect(Object.fromEntries(bank.paid)).toEqual(once);
        expect((await ledger.read("K-1"))?.status).toBe("complete");
      }
      expect(deaths).toBeGreaterThan(10);
    },
  );

  it("at any call waits for a person where the other side neither answers nor holds to keys, and never pays twice", async () => {
    for (let call = 1; call < 14; call += 1) {
      const { bank, ledger, at, options, pay } = bench({ answers: false });
      const life = mortal(ledger, bank, { at: call, when: "after" });
      await executePayout(samplePlan(), { ...options, ledger: life.ledger }).catch(() => undefined);
      bank.interfere = () => undefined;
      at.now += minute;
      expect(["paid", "waiting"]).toContain((await pay()).status);
      for (const count of bank.runs.values()) expect(count).toBe(1);
    }
  });
});
