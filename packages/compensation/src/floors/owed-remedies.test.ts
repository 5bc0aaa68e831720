import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { CaseFile, Remedies } from "@amends/core/model";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { remediesStage } from "../offer/remedies-stage.js";
import { offerPolicies } from "../offer/testing/offer-policies.js";
import { catalogueWith } from "../remedies/remedy-catalogue.js";
import { defineRemedy, type RemedyDefinition, type RemedyParts } from "../remedies/remedy-definition.js";
import { refusalOf } from "../testing/refusal-of.js";
import { floorsByIssue } from "./statutory-pack.js";

const eur = (amount: string) => ({ amount, currency: "EUR" });
// Norway is in no standard fact.
const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z" },
  order: { id: "O-1", total: eur("120.00"), placedAt: "2026-02-01T00:00:00Z", shipTo: "NO" },
  claim: { issueType: "quality_defect", amount: eur("80.00") },
};
const gone: Partial<CaseFile> = { order: { ...caseFile.order, items: [{ sku: "S-1", quantity: 1, inStock: 0 }] } };
const policies = (choices: readonly object[]) =>
  offerPolicies(
    choices,
    remediesStage.policies.filter(({ decision }) => decision !== "additions"),
  );

interface Asked {
  readonly choices?: readonly object[];
  readonly remedies?: readonly RemedyDefinition[];
  readonly change?: Partial<CaseFile>;
  readonly value?: object;
}

/** A host's law that owes one of each list. */
const packsOf = (owes: readonly (readonly string[])[], remedies: readonly RemedyDefinition[] = [], value: object = {}) => {
  const said = { countries: ["NO"], issues: ["quality_defect"], owes, ...value };
  const fact = { id: "no.law", value: said, source: "the law", confidence: "A", verifiedAt: "2026-01-01" };
  return { statutoryRemedies: { pack: "ours", version: "1.0.0", facts: [fact] }, remedies };
};

/** What is offered where a law owes one of each list. */
const offer = (owes: readonly (readonly string[])[], { choices = [], remedies, change = {}, value }: Asked = {}) =>
  proposeRemedies({ ...caseFile, ...change }, policies(choices), { packs: packsOf(owes, remedies, value) }) as Remedies;

/** Each remedy offered, and what it gives. */
const given = (...asked: Parameters<typeof offer>) => offer(...asked).choices.map(({ remedy, gives }) => [remedy, gives]);

const refusal = (...asked: Parameters<typeof offer>) => refusalOf(() => offer(...asked));

const own = <Gives extends z.ZodType>(gives: Gives, more: Partial<RemedyParts<Gives>> = {}) =>
  defineRemedy<Gives>({
    kind: "repair",
    gives,
    needs: [],
    tellingKey: "remedy.repair",
    cost: () => ({ money: eur("9.00") }),
    undo: null,
    ...more,
  });

describe("a remedy that a host's law owes", () => {
  it.each([
    ["apology", {}],
    ["wait", {}],
    ["reship", { of: "claim", goodsValue: eur("80.00") }],
    ["partial_refund", { refundPercent: 100, of: "claim", amount: eur("80.00") }],
    ["full_refund", { refundPercent: 100, of: "claim", amount: eur("80.00") }],
    ["return_and_refund", { refundPercent: 100, of: "claim", amount: eur("80.00") }],
  ])("is added where the law says enough of it: %s", (kind, gives) => {
    expect(given([[kind]])).toEqual([[kind, gives]]);
  });

  it("gives each case an object of its own", () => {
    const totals: string[] = [];
    const note = own(z.looseObject({ total: z.string().optional() }), {
      cost: (gives, { order }) => {
        gives.total ??= "money" in order ? order.money.amount : "none";
        totals.push(gives.total);
        return { money: eur("9.00") };
      },
    });
    const packs = packsOf([["repair"]], [note]);
    const ask = (total: string) =>
      proposeRemedies({ ...caseFile, order: { ...caseFile.order, total: eur(total) } }, policies([]), { packs });
    for (const total of ["89.90", "10.00"]) {
      ask(total);
      expect(new Set(totals.splice(0))).toEqual(new Set([total]));
    }
  });

  it.each([
    ["coupon", { couponPercent: 10 }],
    ["points", { points: 200 }],
    ["gift", { gift: "small" }],
    ["free_shipping", { orders: 1 }],
  ])("is refused where it needs more, whatever is asked and offered: %s", (kind, gives) => {
    const [needed] = Object.keys(gives);
    const finding = {
      code: "pack_invalid",
      message: `"${kind}" needs ${needed}, and the law doesn't say it`,
      path: "facts[0].value.owes[1][0]",
      expected:
        "first a remedy that needs no more than the law says: apology, partial_refund, reship, return_and_refund, full_refund, wait",
      fix: `put one before it; "${kind}" then counts where a policy offers it`,
    };
    const asked: Asked[] = [
      {},
      { choices: [{ remedy: kind, gives }] },
      { change: { claim: { issueType: "logistics_delay" } } },
      { change: { order: { ...caseFile.order, shipTo: "US" } } },
    ];
    for (const each of asked) {
      const { code, message, findings } = refusal([["full_refund"], [kind]], each);
      expect([code, findings]).toEqual(["pack_invalid", [finding]]);
      expect(message).toContain(`The pack "ours" can't be read:`);
      expect(message).toContain(finding.path);
      expect(message).toContain(finding.fix);
    }
  });

  it("may need more where another is added before it, and counts where a policy offers it", () => {
    const either = [["full_refund", "coupon"]];
    const coupon = { remedy: "coupon", gives: { couponPercent: 10 } };
    expect(given(either)).toEqual([["full_refund", expect.anything()]]);
    expect(given(either, { choices: [coupon] })).toEqual([["coupon", { couponPercent: 10 }]]);
    expect(refusal([["coupon", "full_refund"]]).findings[0]?.path).toBe("facts[0].value.owes[0][0]");
  });

  it("is not added with nothing in it where the first can't be given", () => {
    const shown = offer([["reship", "coupon"]], { change: gone });
    expect(shown.choices).toEqual([]);
    expect(shown.excluded).toMatchObject([{ remedy: "reship", reason: "out_of_stock" }]);
    const offered = offer([["reship", "coupon"]], { change: gone, choices: [{ remedy: "reship", gives: {} }] });
    expect([offered.choices, offered.excluded]).toMatchObject([[], [{ remedy: "reship", reason: "out_of_stock" }]]);
    expect(given([["reship", "coupon", "apology"]], { change: gone })).toEqual([["apology", {}]]);
  });

  it("may be the host's own, which is given what its schema takes", () => {
    const asked = (remedy: RemedyDefinition) => given([["repair"]], { remedies: [remedy], value: { refundPercent: 50 } })[0]?.[1];
    expect(asked(own(z.strictObject({})))).toEqual({});
    expect(asked(own(z.object({})))).toEqual({ of: "claim" });
    expect(asked(own(z.strictObject({ of: z.string().optional() })))).toEqual({ of: "claim" });
    expect(asked(own(z.strictObject({}), { paysBack: "all" }))).toEqual({});
    expect(asked(own(z.strictObject({ refundPercent: z.number() }), { paysBack: "part" }))).toEqual({ refundPercent: 50 });
    expect(asked(own(z.object({ refundPercent: z.number() }), { paysBack: "part" }))).toEqual({ refundPercent: 50, of: "claim" });
  });

  it("may be the host's own, and is refused where that needs more", () => {
    const refused = (remedy: RemedyDefinition, kind = "repair") =>
      refusal([[kind]], { remedies: [remedy] }).findings.map(({ message }) => message);
    const needs = (what: string) => [expect.stringMatching(new RegExp(`^"repair" needs ${what}, and the law doesn't say it$`))];
    expect(refused(own(z.strictObject({ workshop: z.string(), when: z.strictObject({ day: z.string() }) })))).toEqual(
      needs("workshop and when"),
    );
    expect(refused(own(z.strictObject({ refundPercent: z.number(), why: z.string() }), { paysBack: "part" }))).toEqual(needs("why"));
    expect(refused(own(z.strictObject({ refundPercent: z.number().max(50) }), { paysBack: "part" }))).toEqual(
      needs("another refundPercent \\(.+\\)"),
    );
    const either = z.object({}).refine((gives) => "day" in gives || "week" in gives, { error: "needs a day or a week" });
    expect(refused(own(either))).toEqual(needs("more \\(needs a day or a week\\)"));
  });

  it("is looked for among the remedies of each host", () => {
    const remedies = [own(z.strictObject({ workshop: z.string() }))];
    const packs = packsOf([["repair", "full_refund"]]);
    const ask = (more: object = {}) => proposeRemedies(caseFile, policies([]), { packs: { ...packs, ...more } }) as Remedies;
    for (const time of ["first", "second"]) {
      expect(
        ask().choices.map(({ remedy }) => remedy),
        time,
      ).toEqual(["full_refund"]);
      expect(() => ask({ remedies }), time).toThrow(/"repair" needs workshop/);
    }
  });

  it("is looked for in the standard facts too, where a host's own stands in a standard one's place", () => {
    const remedies = [own(z.strictObject({ reason: z.string() }), { kind: "full_refund", paysBack: "all" })];
    const ask = () => floorsByIssue(undefined, catalogueWith(remedies));
    expect(ask).toThrow(/The pack "compensation\/statutory-remedies" can't be read/);
    expect(ask).toThrow(/"full_refund" needs reason.*at facts\[1\]\.value\.owes\[0\]\[0\]/);
    expect(() =>
      floorsByIssue(undefined, catalogueWith([own(z.strictObject({}), { kind: "full_refund", paysBack: "all" })])),
    ).not.toThrow();
  });

  it("is refused where its word is nearly one that is known, and left to who knows it where it isn't", () => {
    const { code, findings } = refusal([["reship", "full_refnd"]]);
    expect([code, findings]).toMatchObject([
      "pack_invalid",
      [
        {
          code: "pack_invalid",
          message: 'there is no remedy "full_refnd"',
          path: "facts[0].value.owes[0][1]",
          expected: expect.stringContaining("full_refund"),
          fix: 'did you mean "full_refund"?',
        },
      ],
    ]);
    expect(given([["repair"]])).toEqual([]);
    expect(refusal([["repair", "coupon"]]).findings[0]?.path).toBe("facts[0].value.owes[0][1]");
    expect(given([["repair", "apology"]])).toEqual([["apology", {}]]);
  });
});
