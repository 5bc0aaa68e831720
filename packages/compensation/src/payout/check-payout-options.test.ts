import { describe, expect, it } from "vitest";
import type { PayoutLedger, PayoutPlan } from "@amends/core/contracts";
import { AmendsError } from "@amends/core/errors";
import { refusalOf } from "../testing/refusal-of.js";
import { checkPayoutOptions } from "./check-payout-options.js";
import { executePayout } from "./execute-payout.js";
import type { PayoutActions } from "./payout-action.js";
import type { PayoutOptions } from "./payout-options.js";
import { settlePayoutStep } from "./settle-payout-step.js";
import { listedLedger } from "./testing/listed-ledger.js";
import { undoPayout } from "./undo-payout.js";

const plan: PayoutPlan = {
  key: "K-1",
  offer: "F-1",
  sequence: 0,
  caseId: "C-1",
  orderId: null,
  remedy: "coupon",
  amount: null,
  refundable: null,
  why: { because: "it came late", rules: [], policies: [], approval: null },
  steps: [{ id: "coupon", kind: "coupon", says: "20 % off", amount: null, data: {} }],
};

/** What a payout is refused with, whichever way it is asked for, and how often its action ran. */
async function refusals(change: object | null) {
  let ran = 0;
  const run = async () => {
    ran += 1;
    return { status: "done" as const };
  };
  const actions: PayoutActions = { coupon: { run, undo: { run } } };
  const ledger = listedLedger();
  const options = (change === null ? null : { ledger, actions, ...change }) as PayoutOptions;
  const verdict = { step: "coupon", happened: true, by: "ann", because: "it was sent" };
  const asked = [
    () => executePayout(plan, options),
    () => undoPayout("K-1", (change === null ? null : { ...options, because: "the wrong case" }) as never),
    () => settlePayoutStep("K-1", verdict, options),
  ];
  const errors = await Promise.all(
    asked.map((ask) =>
      ask().then(
        () => undefined,
        (error: unknown) => error,
      ),
    ),
  );
  return { errors, ran };
}

describe("what a payout is carried out with", () => {
  it.each<[string, unknown, string[]]>([
    ["ledger", undefined, ["ledger"]],
    ["ledger", null, ["ledger"]],
    ["ledger", "memory", ["ledger"]],
    ["clock", 5, ["clock"]],
    ["leaseSeconds", 0, ["leaseSeconds"]],
    ["leaseSeconds", "soon", ["leaseSeconds"]],
    ["clock", null, ["clock"]],
  ])("is refused before anything is done: %s is %o", async (name, value, paths) => {
    const { errors, ran } = await refusals({ [name]: value });
    expect(ran).toBe(0);
    for (const error of errors) {
      if (!AmendsError.isInstance(error)) throw error;
      expect([error.code, error.findings.map(({ path }) => path)]).toEqual(["invalid_options", paths]);
      expect(error.findings[0]?.expected).toMatch(/./);
      expect(error.message).toContain(name);
    }
  });

  it.each(["begin", "record", "complete", "undo", "release", "read"])(
    "is refused where the ledger can't %s, before money moves",
    async (name) => {
      const ledger = listedLedger();
      const lame = { ...Object.fromEntries(methods.map((each) => [each, ledger[each].bind(ledger)])), [name]: undefined };
      const { errors, ran } = await refusals({ ledger: lame });
      expect(ran).toBe(0);
      for (const error of errors)
        expect(error).toMatchObject({
          code: "invalid_options",
          findings: [{ message: "the ledger can't do it", path: `ledger.${name}`, expected: "a function" }],
        });
    },
  );

  it("is refused as a whole where there are no options, and with every fault at once", async () => {
    const none = { code: "invalid_options", message: "there are none", path: "", expected: "an object with a ledger" };
    for (const error of (await refusals(null)).errors)
      expect(error).toMatchObject({ code: "invalid_options", message: "options: there are none", findings: [none] });
    const { errors } = await refusals({ ledger: null, clock: 5, leaseSeconds: -1 });
    const { message, findings } = errors[0] as AmendsError;
    expect(findings.map(({ path }) => path)).toEqual(["ledger", "clock", "leaseSeconds"]);
    expect(message).toBe("ledger: there is no ledger; clock: it is no clock; leaseSeconds: a lease is no time at all, or over a day");
  });

  it("is refused where it is no object", () => {
    for (const wrong of [undefined, 5, "memory", true])
      expect(refusalOf(() => checkPayoutOptions(wrong as never)).findings.map(({ path }) => path)).toEqual([""]);
  });

  it("may be held for a day and for no longer", () => {
    const lease = (leaseSeconds: unknown) => () => checkPayoutOptions({ ledger: listedLedger(), leaseSeconds: leaseSeconds as number });
    for (const seconds of [0.001, 120, 86_400, undefined]) expect(lease(seconds)).not.toThrow();
    for (const seconds of [86_400.001, Infinity, Number.NaN, 0, -1]) expect(lease(seconds)).toThrow(/^leaseSeconds: /);
  });

  it("lacks every action where there are none", async () => {
    const ledger = listedLedger();
    for (const actions of [undefined, null, "coupon"])
      await expect(executePayout(plan, { ledger, actions } as never)).rejects.toMatchObject({
        code: "payout_actions_invalid",
        findings: [{ code: "payout_action_missing", path: "steps[0].kind" }],
      });
  });

  it("may be left to what it defaults to, and may inherit what it does", async () => {
    const ledger = listedLedger();
    const inherited = Object.create(Object.fromEntries(methods.map((name) => [name, ledger[name].bind(ledger)]))) as PayoutLedger;
    const run = async () => ({ status: "done" as const });
    const options = {
      ledger: inherited,
      actions: { coupon: { run, undo: { run } } },
      clock: undefined,
      worker: undefined,
    };
    expect((await executePayout(plan, options as never)).status).toBe("paid");
  });
});

const methods = ["begin", "record", "complete", "undo", "release", "read"] as const;
