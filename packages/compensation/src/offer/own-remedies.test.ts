import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { CaseFile, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { defineRemedy } from "../remedies/remedy-definition.js";
import { proposeRemedies } from "./propose-remedies.js";
import { createRemediesStage, remediesStage } from "./remedies-stage.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email" },
  claim: { issueType: "service_complaint" },
  order: { id: "O-1", total: usd("50.00") },
};
const tree = defineRemedy({
  kind: "tree",
  gives: z.strictObject({ trees: z.number().int().positive() }),
  needs: [],
  tellingKey: "remedy.tree",
  cost: ({ trees }) => ({ money: usd(`${2 * trees}.00`) }),
  limit: () => ({ money: usd("10.00") }),
  undo: null,
});
const creditNote = defineRemedy({
  kind: "credit_note",
  gives: z.strictObject({}),
  needs: ["order.total"],
  tellingKey: "remedy.credit_note",
  cost: (_gives, { refundable }) => refundable,
  undo: { action: "cancel_credit_note", until: "credit_note_used" },
  settles: true,
  paysBack: "all",
});
const remedies = [tree, creditNote];

function policies(choices: readonly object[]): Policy[] {
  const conditions = { all: [{ fact: "claim.issue", operator: "equal", value: "service_complaint" }] };
  const cap = { remedies: ["tree"], limit: 5, role: "operations" };
  const rule = { name: "own", conditions };
  const head = { version: "1.0.0", stage: "remedies", currency: "USD" } as const;
  return [
    {
      ...head,
      policy: "shop/o",
      decision: "offer",
      decide: "first",
      rules: [{ ...rule, event: { type: "offer", params: { tier: 1, choices } } }],
    },
    { ...head, policy: "shop/c", decision: "caps", decide: "all", rules: [{ ...rule, event: { type: "cap", params: cap } }] },
    ...remediesStage.policies,
  ];
}

const offer = (choices: readonly object[], given: Partial<CaseFile> = {}) =>
  proposeRemedies({ ...caseFile, ...given }, policies(choices), { packs: { remedies } }) as Remedies;

describe("a remedy of the host's own", () => {
  it("says by which text it is told, where that isn't its own word's", () => {
    const tellings = (own: readonly object[]) => {
      const decided = proposeRemedies(
        caseFile,
        policies([
          { remedy: "tree", gives: { trees: 2 } },
          { remedy: "apology", gives: {} },
        ]),
        {
          packs: { remedies: own },
        },
      ) as Remedies;
      return decided.choices.map((choice) => ("telling" in choice ? choice.telling : "none"));
    };
    expect(tellings([tree])).toEqual(["none", "none"]);
    const { tellingKey: _none, ...silent } = tree;
    expect(tellings([defineRemedy(silent)])).toEqual(["none", "none"]);
    expect(tellings([{ ...tree, tellingKey: "remedy.planting" }])).toEqual(["planting", "none"]);
    expect(tellings([{ ...tree, tellingKey: "planting" }])).toEqual(["planting", "none"]);
    expect(tellings([{ ...tree, tellingKey: "remedy.coupon", cost: () => ({ missing: ["order.total"] }) }])).toEqual(["coupon", "none"]);
  });

  it("is offered, costed, keyed and told how likely, as the standard ones are", () => {
    expect(
      offer([
        { remedy: "tree", gives: { trees: 2 }, weight: 3 },
        { remedy: "apology", gives: {} },
      ]),
    ).toMatchObject({
      choices: [
        {
          remedy: "tree",
          gives: { trees: 2 },
          cost: usd("4.00"),
          likelihood: 0.75,
          idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        { remedy: "apology", likelihood: 0.25 },
      ],
      expectedCost: usd("3.00"),
    });
  });
  it("is held to its own schema, to caps, and to its own limit", () => {
    expect(() => offer([{ remedy: "tree", gives: { trees: 0.5 } }])).toThrow(/gives\.trees/);
    expect(offer([{ remedy: "tree", gives: { trees: 3 } }]).excluded).toMatchObject([
      { remedy: "tree", reason: "above_cap", rule: "shop/c/own" },
    ]);
    expect(offer([{ remedy: "tree", gives: { trees: 6 } }]).excluded).toMatchObject([
      { remedy: "tree", reason: "above_limit", rule: null },
    ]);
  });
  it("that pays the money back counts as such, with nothing else touched", () => {
    const paid = offer([{ remedy: "full_refund", gives: { refundPercent: 100 } }], {
      payouts: [{ remedy: "credit_note", amount: usd("50.00") }],
    });
    expect(paid.choices).toEqual([]);
    expect(paid.excluded).toMatchObject([{ remedy: "full_refund", reason: "already_paid" }]);
  });
  it("is unknown without the host's list, and in a stage made with it is known", () => {
    const list = policies([{ remedy: "tree", gives: { trees: 1 } }]);
    expect(() => proposeRemedies(caseFile, list)).toThrow(/can't be loaded/);
    expect(createRemediesStage({ remedies }).run(caseFile, list)).toMatchObject({ choices: [{ remedy: "tree" }] });
    expect(createRemediesStage()).toBe(remediesStage);
  });
  it("must be one", () => {
    for (const [wrong, path] of [
      [{ ...tree, kind: "A Tree" }, "kind"],
      [{ ...tree, gives: undefined }, "gives"],
      [{ ...tree, cost: 3 }, "cost"],
      [null, "kind"],
    ] as const) {
      expect(() => proposeRemedies(caseFile, undefined, { packs: { remedies: [wrong] } })).toThrow(new RegExp(`remedies\\[0\\]\\.${path}`));
    }
    expect(() => proposeRemedies(caseFile, undefined, { packs: { remedies: "tree" } })).toThrow(/remedies\[0\]\.kind/);
  });
});
