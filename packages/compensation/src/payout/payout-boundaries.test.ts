import { describe, expect, it } from "vitest";
import { executePayout } from "./execute-payout.js";
import { settlePayoutStep } from "./settle-payout-step.js";
import { countingBank } from "./testing/counting-bank.js";
import { listedLedger } from "./testing/listed-ledger.js";
import { samplePlan } from "./testing/sample-plan.js";

function bench() {
  const ledger = listedLedger();
  const bank = countingBank({ answers: false });
  const options = { ledger, actions: bank.actions, clock: () => Date.UTC(2026, 2, 3, 15), leaseSeconds: 60 };
  return { ledger, bank, options };
}

describe("a payout that can't be carried out", () => {
  it("names the step that is there twice, the action that lacks, and how each is mended", async () => {
    const { options } = bench();
    const [first] = samplePlan().steps;
    if (first === undefined) throw new Error("no step");
    const steps = [first, { ...first, kind: "gift" }];
    await expect(executePayout(samplePlan({ steps }), options)).rejects.toMatchObject({
      code: "payout_actions_invalid",
      message: [
        "The payout can't be carried out:",
        '  steps[1].kind: there is no action "gift"',
        '  steps[1].id: another step is called "a"',
      ].join("\n"),
      findings: [
        { code: "payout_action_missing", path: "steps[1].kind", fix: 'hand in actions with "gift": { run, undo }' },
        { code: "payout_step_twice", path: "steps[1].id" },
      ],
    });
    const run = options.actions["refund"]?.run;
    const careless = { refund: { run } } as unknown as typeof options.actions;
    await expect(executePayout(samplePlan(), { ...options, actions: careless })).rejects.toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: "payout_undo_missing",
          message: 'the action "refund" says neither how it is undone nor why it can\'t be',
          path: "steps[0].kind",
          expected: "undo: { run } or { irreversible: why }",
        }),
      ]),
    });
  });

  it("refuses a lease of no time and of over a day", async () => {
    const { options } = bench();
    const lease = (leaseSeconds: number) => executePayout(samplePlan(), { ...options, leaseSeconds });
    for (const seconds of [0, -1, 86_401, Number.NaN])
      await expect(lease(seconds)).rejects.toMatchObject({
        code: "invalid_options",
        message: "leaseSeconds: a lease is no time at all, or over a day",
        findings: [{ code: "invalid_options", path: "leaseSeconds", expected: "seconds above 0" }],
      });
    await expect(lease(86_400)).resolves.toBeDefined();
  });

  it("has no step of another name to settle", async () => {
    const { options } = bench();
    await executePayout(samplePlan(), options);
    const verdict = { step: "z", happened: true, by: "ann", because: "seen" };
    await expect(settlePayoutStep("K-1", verdict, options)).rejects.toMatchObject({
      code: "payout_step_unknown",
      message: 'the payout has no step "z": expected one of a, b, c',
      findings: [{ code: "payout_step_unknown", message: 'the payout has no step "z"', path: "step", expected: "one of a, b, c" }],
    });
  });
});
