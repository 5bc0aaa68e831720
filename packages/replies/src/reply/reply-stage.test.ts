import { readFileSync } from "node:fs";
import type { CaseFile } from "@amends/core/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replyStage } from "../stage/index.js";
import { bareCase, classified, fullCase, lateShipment, offer } from "../testing/full-case.js";

const run = (caseFile: CaseFile, packs?: unknown) =>
  replyStage.run(caseFile, undefined, packs === undefined ? {} : { packs: { templates: packs } });

describe("the reply to a parcel that is 45 days late", () => {
  const fixture = JSON.parse(readFileSync("tests/fixtures/example-45-days.json", "utf8")) as {
    in: CaseFile;
    expect: Record<string, object>;
  };
  const earlier = fixture.expect as unknown as Pick<CaseFile, "remedies" | "language">;
  const reply = run({
    ...fixture.in,
    language: earlier.language,
    classification: classified("logistics_delay"),
    remedies: { ...offer, ...earlier.remedies },
  });

  it("has the tone and the parts of the worked example", () => {
    expect(reply.language).toBe("en");
    expect(reply.tone).toEqual(expect.arrayContaining(["apologise_directly", "soothe_first"]));
    expect(reply.parts).toEqual([
      "apology",
      "explanation",
      "lane_average_transit",
      "current_node",
      "shipment_timeline",
      "choices",
      "closing",
    ]);
  });

  it("says what is known and what is offered", () => {
    expect(reply.text).toContain("take 12 days on average; yours has been on its way for 45 days");
    expect(reply.text).toContain("1. wait a little longer and get a 20% coupon");
    expect(reply.text).toContain("2. a new parcel free of charge by priority shipping");
    expect(reply.text).toContain("3. a full refund");
    expect(reply.text).toContain("20% off your next purchase");
  });

  it("soothes before it apologises, and takes responsibility after", () => {
    const [soothe, sorry, responsible] = ["how upsetting", "We are sorry that your parcel", "our responsibility"].map((words) =>
      reply.text.indexOf(words),
    );
    expect(soothe).toBeGreaterThan(0);
    expect(sorry).toBeGreaterThan(soothe as number);
    expect(responsible).toBeGreaterThan(sorry as number);
  });
});

describe("anti-repeat", () => {
  const after = (...templates: string[]) =>
    run(
      fullCase("en", "logistics_delay", {
        history: { repliesSent: templates.map((template, day) => ({ template, at: `2026-02-0${day + 1}T00:00:00Z` })) },
      }),
    ).template;

  it("takes the next variant, then another situation", () => {
    expect(after()).toBe("delay_v1");
    expect(after("delay_v1")).toBe("delay_v2");
    expect(after("delay_v1", "delay_v2")).toBe("tracking_v1");
    expect(after("delay_v1", "delay_v2", "tracking_v1", "tracking_v2", "generic_v1")).toBe("generic_v2");
  });

  it("takes the one sent longest ago where all are used, and tells the agent", () => {
    const history = {
      repliesSent: ["delay_v2", "delay_v1", "tracking_v1", "tracking_v2", "generic_v1", "generic_v2"].map((template, day) => ({
        template,
        at: `2026-02-0${day + 1}T00:00:00Z`,
      })),
    };
    const reply = run(fullCase("en", "logistics_delay", { history }));
    expect(reply.template).toBe("delay_v2");
    expect(reply.hints.join()).toContain("write this one anew");
  });

  it("acknowledges off hours only once", () => {
    const off = {
      sla: { offHours: true },
      assignment: { handler: "human", expectedResponseAt: "2026-03-04T15:00:00Z" },
    } as unknown as Partial<CaseFile>;
    const first = run(fullCase("en", "logistics_delay", off));
    expect(first).toMatchObject({ template: "off_hours_v1" });
    expect(first.text).toContain("by March 4, 2026 at 10:00 AM at the latest");
    expect(first.parts).not.toContain("choices");
    const again = run(
      fullCase("en", "logistics_delay", { ...off, history: { repliesSent: [{ template: "off_hours_v1", at: "2026-03-03T14:00:00Z" }] } }),
    );
    expect(again.template).toBe("delay_v1");
  });
});

describe("languages", () => {
  it("never mix: a part that lacks makes it an acknowledgement in the same language", () => {
    const packs = [
      {
        language: "sv",
        common: { all: { greeting: "Hej!", closing: "Vänliga hälsningar" } },
        situations: {
          acknowledgement: { v1: { explanation: "Vi har fått ditt meddelande." } },
          delay: { v1: { explanation: "Paketet är försenat." } },
        },
      },
    ];
    const reply = run(fullCase("sv", "logistics_delay"), packs);
    expect(reply).toMatchObject({
      language: "sv",
      template: "acknowledgement_v1",
      needsTranslation: true,
      parts: ["explanation", "closing"],
    });
    expect(reply.text).toBe("Hej!\n\nVi har fått ditt meddelande.\n\nVänliga hälsningar");
    expect(reply.hints.join()).toContain("Have the answer translated");
  });

  it("are English, marked for translation, where there are no templates", () => {
    expect(run(fullCase("sv", "logistics_delay"))).toMatchObject({ language: "en", needsTranslation: true });
  });

  it("follow the ticket or the customer where the text tells none", () => {
    const und = { code: "und", confidence: 0, script: "Zyyy", policies: [], rules: [], missing: [] };
    expect(run(fullCase("en", "invoice", { language: und as never, customer: { language: "pt-BR" } })).language).toBe("pt");
    expect(
      run(fullCase("en", "invoice", { language: und as never, customer: { language: "pt" }, ticket: { channel: "email", language: "ja" } }))
        .language,
    ).toBe("ja");
  });

  it("show a subject only where the channel has one", () => {
    expect(run(fullCase("en", "invoice", { ticket: { channel: "live_chat" } })).subject).toBeNull();
    expect(run(fullCase("en", "invoice")).subject).toBe("Your order O-1001");
  });
});

describe("values of the case", () => {
  const named = (name: string, language = "en") =>
    run(fullCase(language, "logistics_delay", { customer: { name, country: "GB", zone: "Europe/London" } })).text;

  it("stand in the text as text, whatever they hold", () => {
    expect(named("{choices}")).toContain("Hello {choices},");
    expect(named("<script>alert(1)</script>")).toContain("Hello <script>alert(1)</script>,");
    expect(named("'{'# {count, plural, other {x}}")).toContain("Hello '{'# {count, plural, other {x}},");
  });

  it("keep their direction in Arabic, and can't turn the text around", () => {
    expect(named("O'Brien", "ar")).toContain("\u2068O'Brien\u2069");
    expect(named("abc\u202Edef\u2069", "ar")).toContain("\u2068abc def\u2069");
  });

  it("can't break the frame with any name", () => {
    const plain = named("Ann").split("\n").length;
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), (name) => {
        const text = named(name);
        expect(text.split("\n").length).toBe(plain);
        expect(text).toContain("1. wait a little longer");
      }),
      { numRuns: 150 },
    );
  });

  it("tell what lacked", () => {
    const reply = run(
      fullCase("en", "logistics_delay", { shipment: { ...lateShipment, laneAverageDays: null }, customer: { name: "A", country: "US" } }),
    );
    expect(reply.parts).not.toContain("lane_average_transit");
    expect(reply.missing).toEqual(expect.arrayContaining(["shipment.laneAverageDays", "customer.zone"]));
    expect(reply.text).toContain("(UTC)");
  });

  it("leave out a part that a host's wording can't fill", () => {
    const packs = [
      { language: "en", situations: { delay: { v1: { explanation: "About {item}: {days, number} days of {averageDays, number}." } } } },
    ];
    const reply = run(
      bareCase("en", "logistics_delay", { shipment: { events: [{ at: "2026-01-28T02:00:00Z", status: "customs" }] } }),
      packs,
    );
    expect(reply.parts).not.toContain("explanation");
    expect(reply.missing).toEqual(expect.arrayContaining(["shipment.shippedAt", "shipment.laneAverageDays"]));
  });
});

it("asks for the evidence once", () => {
  const { text } = run(fullCase("en", "logistics_not_received"));
  expect(text.match(/please send us the following: photos of the item and its packaging and proof of your payment/g)).toHaveLength(1);
});

it("answers a case that nobody classified, and one without a channel", () => {
  expect(run({ now: "2026-03-03T15:00:00Z", ticket: { channel: "email", text: "hm" }, language: { code: "en" } } as never)).toMatchObject({
    template: "generic_v1",
  });
  expect(run({ now: "2026-03-03T15:00:00Z", ticket: { text: "hm" } })).toMatchObject({
    template: "acknowledgement_v1",
    language: "en",
    needsTranslation: true,
  });
});

it("writes the same bytes for the same case", () => {
  const caseFile = fullCase("zh", "logistics_delay");
  expect(JSON.stringify(run(caseFile))).toBe(JSON.stringify(run(structuredClone(caseFile))));
});

it("doesn't tell of undecided remedies or risks", () => {
  const undecided = { undecided: true, missing: ["order.total"] } as never;
  const reply = run(fullCase("en", "logistics_damaged", { remedies: undecided, risk: undecided }));
  expect(reply.parts).toContain("next_step");
  expect(reply.text).not.toMatch(/refund|coupon|photos/);
});
