import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { CaseFile, Remedies } from "@amends/core/model";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { createRemediesStage } from "../offer/remedies-stage.js";
import { offerPolicies } from "../offer/testing/offer-policies.js";
import { refusalOf } from "../testing/refusal-of.js";
import { catalogueWith } from "./remedy-catalogue.js";
import { defineRemedy, type CostBasis, type RemedyDefinition } from "./remedy-definition.js";

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
  undo: null,
});
const policies = offerPolicies([{ remedy: "tree", gives: { trees: 2 } }]);
const offer = (change: object) => proposeRemedies(caseFile, policies, { packs: { remedies: [{ ...tree, ...change }] } }) as Remedies;

describe("a remedy whose function answers out of shape", () => {
  const cost = "{ money }, { missing: [names of facts] } or { later: true, because }";
  const limit = "{ money }, { missing: [names of facts] } or undefined";
  const amounts = 'money by name, such as { amount: { amount: "12.50", currency: "USD" } }';
  const answers = [null, 5, "x", [], true, { missing: null }, { missing: "order.total" }, Promise.resolve({}), () => 1];

  it.each([
    ...[...answers, undefined, {}].flatMap((answer) => [["cost", answer, cost] as const, ["expected", answer, cost] as const]),
    ...[...answers, {}, { later: true, because: "it grows" }].map((answer) => ["limit", answer, limit] as const),
    ...[null, undefined, 5, "x", [], true, Promise.resolve({}), () => 1].map((answer) => ["amounts", answer, amounts] as const),
  ])("is refused by its place: %s, %o", (part, answer, expected) => {
    const { code, message, findings } = refusalOf(() => offer({ [part]: () => answer }));
    expect([code, findings]).toEqual([
      "remedy_invalid",
      [
        {
          code: "remedy_invalid",
          message: expect.stringMatching(/^the remedy "tree" answered ./),
          path: `remedies[0].${part}`,
          expected,
          fix: expect.stringMatching(/./),
        },
      ],
    ]);
    expect(message).toContain(`remedies[0].${part}`);
    expect(message).toContain(expected);
  });

  it("is told by what it answered", () => {
    const told = (answer: unknown) => refusalOf(() => offer({ amounts: () => answer })).findings[0]?.message.replace(/^.* answered /, "");
    expect([null, undefined, 5, "x", [1], Promise.resolve({}), () => 1].map(told)).toEqual([
      "null",
      "undefined",
      "5",
      '"x"',
      "a list",
      "a promise",
      "a function",
    ]);
    expect(refusalOf(() => offer({ cost: () => ({ price: 1, tax: 2 }) })).findings[0]?.message).toMatch(
      /answered an object with price, tax$/,
    );
    expect(refusalOf(() => offer({ cost: () => ({}) })).findings[0]?.message).toMatch(/answered an object with nothing$/);
  });

  it.each(["cost", "expected", "limit"])("is refused where its money is none, by the same codes as any money: %s", (part) => {
    const refused = (money: unknown) =>
      refusalOf(() => offer({ [part]: () => ({ money }) })).findings.map(({ code, path }) => [code, path]);
    expect(refused(null)).toEqual([["money_not_object", `remedies[0].${part}.money`]]);
    expect(refusalOf(() => offer({ [part]: () => ({ money: null }) })).message).toMatch(/^The remedy "tree" answered what is no money:\n/);
    expect(refused(usd("1.234"))).toEqual([["amount_too_precise", `remedies[0].${part}.money.amount`]]);
    expect(refused({ amount: 1, currency: "USD" })).toEqual([["amount_not_string", `remedies[0].${part}.money.amount`]]);
    expect(refused({ amount: "1.00", currency: "XYZ" })).toEqual([["currency_unknown", `remedies[0].${part}.money.currency`]]);
  });

  it("is refused where one of its amounts is none", () => {
    const refused = (given: object) => refusalOf(() => offer({ amounts: () => given })).findings.map(({ code, path }) => [code, path]);
    expect(refused({ worth: "5.00" })).toEqual([["money_not_object", "remedies[0].amounts.worth"]]);
    expect(refused({ fine: usd("5.00"), worth: null })).toEqual([["money_not_object", "remedies[0].amounts.worth"]]);
    expect(refused({ worth: usd("5.001") })).toEqual([["amount_too_precise", "remedies[0].amounts.worth.amount"]]);
    expect(refused({ "a b": 1 })).toEqual([["money_not_object", 'remedies[0].amounts["a b"]']]);
  });
});

describe("a remedy whose functions answer in shape", () => {
  it("is offered as it says", () => {
    expect(offer({}).choices).toMatchObject([{ remedy: "tree", gives: { trees: 2 }, cost: usd("4.00"), expectedCost: usd("4.00") }]);
    expect(offer({ amounts: () => ({ worth: usd("5.00"), other: undefined }) }).choices[0]?.gives).toEqual({
      trees: 2,
      worth: usd("5.00"),
    });
    expect(offer({ cost: () => ({ missing: ["order.total"] }) }).choices[0]).toMatchObject({ cost: null });
    expect(offer({ cost: () => ({ later: true, because: "it grows" }) }).choices[0]).toMatchObject({ cost: null, costBecause: "it grows" });
    expect(offer({ limit: () => ({ missing: ["order.total"] }) }).choices).toHaveLength(1);
    expect(offer({ limit: () => ({ money: usd("3.00") }) }).excluded).toMatchObject([{ remedy: "tree", reason: "above_limit" }]);
  });

  it("keeps what it is, and asks once where it is expected to cost what it costs", () => {
    let asked = 0;
    const cost = () => {
      asked += 1;
      return { money: usd("4.00") };
    };
    const catalogue: Readonly<Record<string, RemedyDefinition>> = catalogueWith([{ ...tree, cost, expected: cost }]);
    const held = catalogue["tree"];
    expect(held?.expected).toBe(held?.cost);
    expect(held).toMatchObject({ kind: "tree", gives: tree.gives, tellingKey: "remedy.tree", undo: null, settles: false, paysBack: null });
    offer({ cost, expected: cost });
    expect(asked).toBe(1);
  });

  it("is asked for its limit once, also where another is above its own", () => {
    const asked: string[] = [];
    const limited = (kind: string, amount: string) => ({
      ...tree,
      kind,
      limit: () => {
        asked.push(kind);
        return { money: usd(amount) };
      },
    });
    const remedies = [limited("tree", "9.00"), limited("hedge", "1.00")];
    const both = offerPolicies(["tree", "hedge"].map((remedy) => ({ remedy, gives: { trees: 2 } })));
    const { choices, excluded } = proposeRemedies(caseFile, both, { packs: { remedies } }) as Remedies;
    expect([choices.map(({ remedy }) => remedy), excluded.map(({ remedy }) => remedy), asked]).toEqual([
      ["tree"],
      ["hedge"],
      ["tree", "hedge"],
    ]);
  });

  it("is asked with itself, what it gives and the amounts of the case", () => {
    class Grove {
      readonly kind = "tree";
      readonly gives = tree.gives;
      readonly needs = [];
      readonly requires = [];
      readonly goodwill = [];
      readonly undo = null;
      readonly settles = false;
      readonly paysBack = null;
      readonly tellingKey = "remedy.tree";
      readonly price = 3;
      cost(gives: { trees: number }) {
        return { money: usd(`${this.price * gives.trees}.00`) };
      }
      expected(gives: { trees: number }) {
        return this.cost(gives);
      }
      limit(_gives: unknown, basis: CostBasis) {
        return basis.order as { money: { amount: string; currency: string } };
      }
      amounts(_gives: unknown, _basis: CostBasis, cost: { money?: { amount: string; currency: string } } = {}) {
        return cost.money === undefined ? {} : { planted: cost.money };
      }
    }
    const { choices } = proposeRemedies(caseFile, policies, { packs: { remedies: [new Grove()] } }) as Remedies;
    expect(choices).toMatchObject([{ cost: usd("6.00"), gives: { trees: 2, planted: usd("6.00") } }]);
  });
});

describe("a host's list of remedies", () => {
  const refused = (remedies: unknown) =>
    refusalOf(() => createRemediesStage({ remedies: remedies as RemedyDefinition[] })).findings.map(({ code, path }) => [code, path]);

  it.each(["requires", "goodwill"])("is refused where what a remedy says of itself is no list: %s", (part) => {
    for (const wrong of [null, 5, "stock", {}, true])
      expect(refused([{ ...tree, [part]: wrong }])).toEqual([["remedy_invalid", `remedies[0].${part}`]]);
  });

  it("is refused where a remedy requires what nobody knows, or pays back in a way that there is not", () => {
    const [finding] = refusalOf(() => createRemediesStage({ remedies: [{ ...tree, requires: ["stocks"] } as never] })).findings;
    expect(finding).toMatchObject({
      path: "remedies[0].requires[0]",
      expected: "stock, payment_method or return",
      fix: 'did you mean "stock"?',
    });
    for (const wrong of ["some", true, 5])
      expect(refused([{ ...tree, paysBack: wrong }])).toEqual([["remedy_invalid", "remedies[0].paysBack"]]);
    const { paysBack: _paysBack, ...without } = tree;
    expect(refused([without])).toEqual([["remedy_invalid", "remedies[0].paysBack"]]);
  });

  it("is refused where two have one word, or it is no list", () => {
    const other = { ...tree, kind: "hedge" };
    const [finding, ...others] = refusalOf(() => createRemediesStage({ remedies: [tree, other, { ...tree }] as never })).findings;
    expect([finding, others]).toMatchObject([
      { code: "remedy_invalid", message: 'remedies[0] is called "tree" too', path: "remedies[2].kind", fix: expect.stringMatching(/./) },
      [],
    ]);
    expect(refused([tree, tree])).toEqual([["remedy_invalid", "remedies[1].kind"]]);
    for (const wrong of [null, 5, "x", {}, tree]) expect(refused(wrong)).toEqual([["remedy_invalid", "remedies"]]);
  });

  it("takes a part of a definition that is undefined for one that isn't there", () => {
    const parts = { requires: undefined, expected: undefined, limit: undefined, settles: undefined, paysBack: undefined };
    const defined = defineRemedy({ ...tree, ...parts, goodwill: undefined, amounts: undefined } as never);
    expect(defined).toMatchObject({ requires: [], settles: false, paysBack: null, goodwill: [] });
    expect(defined.expected).toBe(tree.cost);
    expect(() => createRemediesStage({ remedies: [defined] })).not.toThrow();
  });
});
