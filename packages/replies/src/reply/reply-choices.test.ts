import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { replyStage } from "../stage/index.js";
import { bareCase, fullCase, offer } from "../testing/full-case.js";

const run = (caseFile: CaseFile, packs?: unknown) =>
  replyStage.run(caseFile, undefined, packs === undefined ? {} : { packs: { templates: packs } });

describe("choices", () => {
  const choicesOf = (remedies: Partial<Record<keyof typeof offer, unknown>>, language = "en") =>
    run(fullCase(language, "quality_defect", { remedies: { ...offer, ...remedies } as never }));

  it("names what a refund gives by what the offer says it costs", () => {
    const { text } = choicesOf({
      choices: [
        {
          remedy: "partial_refund",
          gives: { refundPercent: 30, of: "claim" },
          cost: { amount: "12.34", currency: "USD" },
          idempotencyKey: "",
        },
      ] as never,
    });
    expect(text).toContain("• a partial refund of $12.34\n");
  });

  it("names the share where nobody knows the amount", () => {
    const { text } = choicesOf({
      choices: [{ remedy: "partial_refund", gives: { refundPercent: 30, of: "claim" }, cost: null, idempotencyKey: "" }] as never,
    });
    expect(text).toContain("30% of the amount concerned");
  });

  it("never speaks of remedies that aren't offered", () => {
    const { text } = choicesOf({
      choices: [{ remedy: "coupon", gives: { couponPercent: 10 }, cost: null, idempotencyKey: "" }] as never,
      alwaysAdd: {},
    });
    expect(text).toContain("a 10% coupon for your next order");
    expect(text).not.toMatch(/refund|parcel free|gift|off your next/);
  });

  it("name an amount that a remedy gives itself, and a host's own words as text", () => {
    const coupon = { remedy: "coupon", gives: { value: { amount: "5.00", currency: "EUR" } }, cost: null, idempotencyKey: "" };
    expect(choicesOf({ choices: [coupon] as never }).text).toContain("a coupon worth €5.00 for your next order");
    const templates = [{ language: "ar", choices: { remedies: { gift: "هدية: {gift}" } } }];
    const gift = { remedy: "gift", gives: { gift: "Silk scarf {1}", wrapped: null }, cost: null, idempotencyKey: "" };
    const reply = run(fullCase("ar", "quality_defect", { remedies: { ...offer, choices: [gift] } as never }), templates);
    expect(reply.text).toContain("هدية: \u2068Silk scarf {1}\u2069");
  });

  it("tell a host's own remedy in its words", () => {
    const tree = { remedy: "tree", gives: { trees: 2 }, cost: { amount: "4.00", currency: "USD" }, idempotencyKey: "" };
    const offering = fullCase("en", "quality_defect", { remedies: { ...offer, choices: [tree] } as never });
    const templates = [
      { language: "en", choices: { remedies: { tree: "{trees, plural, one {# tree} other {# trees}} planted for you" } } },
    ];
    expect(run(offering)).toMatchObject({ template: "acknowledgement_v1" });
    expect(run(offering, templates).text).toContain("2 trees planted for you");
  });

  it("have no words for a remedy that is called as what every object has", () => {
    for (const named of [{ remedy: "constructor" }, { remedy: "wait", telling: "__proto__" }, { remedy: "wait", telling: "toString" }]) {
      const choice = { ...named, gives: {}, cost: null, idempotencyKey: "" };
      const offering = fullCase("en", "quality_defect", { remedies: { ...offer, choices: [choice] } as never });
      expect(run(offering)).toMatchObject({ template: "acknowledgement_v1", needsTranslation: true });
    }
  });

  it("tell a remedy by the text that it names", () => {
    const choice = { remedy: "wait", telling: "wait_for_customs", gives: { couponPercent: 10 }, cost: null, idempotencyKey: "" };
    const offering = fullCase("en", "customs_clearance", { remedies: { ...offer, choices: [choice] } as never });
    const templates = [
      { language: "en", choices: { remedies: { wait_for_customs: "wait for customs to decide ({couponPercent, number}% coupon)" } } },
    ];
    expect(run(offering, templates).text).toContain("• wait for customs to decide (10% coupon)");
    expect(run(offering)).toMatchObject({ template: "acknowledgement_v1", needsTranslation: true });
    const asUsual = fullCase("en", "customs_clearance", { remedies: { ...offer, choices: [{ ...choice, telling: "" }] } as never });
    expect(run(asUsual).text).toContain("• wait a little longer and get a 10% coupon for your patience");
  });

  it("refuse a word that is nearly a standard remedy's", () => {
    const slip = () => run(fullCase("en", "quality_defect", {}), [{ language: "en", choices: { remedies: { full_refnd: "All of it" } } }]);
    expect(slip).toThrow(/choices\.remedies\.full_refnd/);
    expect(slip).toThrow(/did you mean "full_refund"\?/);
  });

  it("fall back where a remedy gives what its words don't tell", () => {
    expect(choicesOf({ choices: [{ remedy: "points", gives: {}, cost: null, idempotencyKey: "" }] as never })).toMatchObject({
      needsTranslation: true,
    });
  });

  it("leave out what awaits approval, and warn the agent", () => {
    const reply = choicesOf({ approval: { needed: true, role: "lead", because: "", rule: "" } });
    expect(reply.parts).not.toContain("choices");
    expect(reply.parts).toContain("next_step");
    expect(reply.text).not.toMatch(/refund|coupon/);
    expect(reply.hints.join()).toContain("awaits approval");
  });

  it("treat an apology as made, not chosen", () => {
    const reply = run(
      bareCase("en", "promotion", {
        remedies: { ...offer, choices: [{ remedy: "apology", gives: {}, cost: null, idempotencyKey: "" }], alwaysAdd: {} } as never,
      }),
    );
    expect(reply.parts).toEqual(["apology", "explanation", "next_step", "closing"]);
  });

  it("fall back to an acknowledgement where the language has no words for one", () => {
    const reply = choicesOf({ alwaysAdd: { houseplants: 3 } });
    expect(reply).toMatchObject({ template: "acknowledgement_v1", needsTranslation: true });
    expect(reply.text).not.toContain("houseplants");
  });

  it("counts plurals by the language's own rules", () => {
    const of = (language: string, points: number) =>
      choicesOf({ choices: [{ remedy: "points", gives: { points }, cost: null, idempotencyKey: "" }] as never }, language).text;
    expect([1, 2, 5, 22].map((count) => /• (\d+ \p{L}+)/u.exec(of("pl", count))?.[1])).toEqual([
      "1 punkt",
      "2 punkty",
      "5 punktów",
      "22 punkty",
    ]);
    expect([1, 2, 5, 21, 111].map((count) => /• (\d+ \p{L}+)/u.exec(of("ru", count))?.[1])).toEqual([
      "1 балл",
      "2 балла",
      "5 баллов",
      "21 балл",
      "111 баллов",
    ]);
    expect([1, 2, 3, 11, 100].map((count) => /• (.+) في حسابكم/u.exec(of("ar", count))?.[1])).toEqual([
      "نقطة واحدة",
      "نقطتان",
      "3 نقاط",
      "11 نقطة",
      "100 نقطة",
    ]);
  });

  it("says that goods come back where one of the choices wants them", () => {
    const back = { remedy: "return_and_refund", gives: { refundPercent: 100 }, cost: null, idempotencyKey: "" };
    expect(choicesOf({ choices: [back] }).text).toContain("we need the item back");
    expect(choicesOf({}).text).toContain("You do not need to send the item back.");
    expect(choicesOf({ returnRequired: true }).text).toContain("we need the item back");
  });
});
