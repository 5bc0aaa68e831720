import { describe, expect, it } from "vitest";
import { InvalidTemplatesError } from "./invalid-templates-error.js";
import { localeDataFingerprint } from "./locale-data-fingerprint.js";
import { compileMessage } from "./message.js";
import { readTemplatePacks } from "./read-packs.js";
import { templateCoverage } from "./template-coverage.js";
import { templateLibrary } from "./template-library.js";

function findingsOf(input: unknown) {
  try {
    readTemplatePacks(input);
    return [];
  } catch (error) {
    expect(InvalidTemplatesError.isInstance(error)).toBe(true);
    return (error as InvalidTemplatesError).findings;
  }
}

describe("a host's templates", () => {
  it("go over the standard ones text by text", () => {
    const library = templateLibrary({ en: { language: "en", notices: { delivered: "It is there!" } } });
    expect(library.packs.get("en")?.notices).toMatchObject({ delivered: "It is there!", order_paid: expect.anything() as unknown });
    expect(library.in("de")?.language).toBe("de");
    expect(templateLibrary().packs.get("en")?.notices?.delivered).not.toBe("It is there!");
  });

  it("replace a text by tone as a whole", () => {
    const greeting = { plain: "Hi {name}" };
    expect(templateLibrary([{ language: "en", common: { all: { greeting } } }]).packs.get("en")?.common?.["all"]?.greeting).toEqual(
      greeting,
    );
  });

  it("are read once", () => {
    const own = [{ language: "sv", notices: { lost: "Borta" } }];
    expect(templateLibrary(own)).toBe(templateLibrary(own));
    expect(templateLibrary(null)).toBe(templateLibrary());
  });

  it("that are refused are looked through once, and refused with an error of its own each time", () => {
    let looks = 0;
    const own = [
      {
        get language() {
          looks += 1;
          return 7;
        },
      },
    ];
    const refusals = ["first", "second"].map(() => {
      try {
        return templateLibrary(own);
      } catch (error) {
        return error;
      }
    }) as InvalidTemplatesError[];
    expect(looks).toBe(1);
    expect(refusals[0]).not.toBe(refusals[1]);
    for (const refusal of refusals) {
      expect(InvalidTemplatesError.isInstance(refusal)).toBe(true);
      expect(refusal.findings.map(({ path }) => path)).toEqual(["[0].language"]);
    }
  });

  it("choose a locale by country", () => {
    expect(templateLibrary().in("en", "GB")?.locale).toBe("en-GB");
    expect(templateLibrary().in("en", "toString")?.locale).toBe("en-US");
    expect(templateLibrary([{ language: "sv" }]).in("sv", "SE")?.locale).toBe("sv");
    expect(templateLibrary().in("xx")).toBeUndefined();
  });

  it.each([
    ["no list", "templates", { code: "templates_invalid", path: "" }],
    ["another language than its key", { de: { language: "en" } }, { code: "language_mismatch", path: "de.language", expected: '"de"' }],
    ["no language", [{}], { code: "templates_invalid", path: "[0].language" }],
    ["a language that is none", [{ language: "English" }], { path: "[0].language" }],
    ["an unknown key", [{ language: "en", situation: {} }], { path: "[0]" }],
    [
      "an unknown part",
      [{ language: "en", common: { all: { apologie: "x" } } }],
      { path: expect.stringContaining("[0].common.all") as unknown },
    ],
    [
      "a variant by another name",
      [{ language: "en", common: { second: { apology: "x" } } }],
      { path: expect.stringContaining("[0].common") as unknown },
    ],
    ["no BCP 47 tag", [{ language: "en", locales: { default: "e!" } }], { path: "[0].locales.default" }],
    [
      "a text by tone without a plain one",
      [{ language: "en", common: { all: { apology: { warm: "x" } } } }],
      { path: expect.stringContaining("apology") as unknown },
    ],
    [
      "open braces",
      [{ language: "en", notices: { lost: "{name" } }],
      { code: "message_invalid", path: "[0].notices.lost", fix: "write a literal brace as '{'" },
    ],
    [
      "a plural without other",
      [{ language: "en", notices: { lost: "{days, plural, one {x}}" } }],
      { code: "message_invalid", path: "[0].notices.lost" },
    ],
    [
      "an unknown placeholder",
      [{ language: "en", notices: { lost: ["a", "{nam}"] } }],
      { code: "placeholder_unknown", path: "[0].notices.lost[1]", fix: 'did you mean "name"?' },
    ],
    [
      "an unknown placeholder inside a plural",
      [{ language: "en", sentences: { care: "{days, plural, other {{odrer}}}" } }],
      { code: "placeholder_unknown", path: "[0].sentences.care" },
    ],
  ])("are refused with place and reason: %s", (_name, input, finding) => {
    expect(findingsOf(input)[0]).toMatchObject(finding);
  });

  it("tell every finding at once", () => {
    expect(findingsOf([{ language: "en", notices: { lost: "{", delivered: "{odrer}" } }, {}]).length).toBe(3);
  });

  it("can be empty", () => {
    expect(findingsOf([])).toEqual([]);
    expect(findingsOf({})).toEqual([]);
  });
});

describe("messages", () => {
  it("need what they print, not what they select by", () => {
    const message = compileMessage("{priority, select, yes {fast {name}} other {slow}}", "en");
    expect(message.needs).toEqual(["name"]);
    expect(message.reads).toEqual(["priority", "name"]);
    expect(message.format({ name: "x" })).toBe("slow");
  });

  it("don't take words of objects for values", () => {
    expect(compileMessage("{constructor, select, other {fine}}", "en").format({})).toBe("fine");
  });

  it("leave tags alone", () => {
    expect(compileMessage("<b>{name}</b>", "en").format({ name: "<i>" })).toBe("<b><i></b>");
  });
});

describe("templateCoverage", () => {
  it("says what a language has and lacks", () => {
    const coverage = templateCoverage([
      {
        language: "sv",
        notices: { lost: "Borta" },
        situations: { delay: { v1: { explanation: "Sen" }, v2: { explanation: "Sen igen" } } },
      },
    ]);
    const swedish = coverage.find(({ language }) => language === "sv");
    expect(swedish?.has).toEqual(["notices.lost", "situations.delay.explanation"]);
    expect(swedish?.lacks).toContain("notices.delivered");
    expect(swedish?.share).toBeCloseTo(2 / ((swedish?.lacks.length ?? 0) + 2));
    expect(coverage.find(({ language }) => language === "en")).toMatchObject({ share: 1, lacks: [] });
  });

  it("counts a host's new text for all", () => {
    const coverage = templateCoverage([{ language: "en", situations: { warranty: { v1: { explanation: "x" } } } }]);
    expect(coverage.find(({ language }) => language === "de")?.lacks).toEqual(["situations.warranty.explanation"]);
  });
});

it("fingerprints the locale data", () => {
  expect(localeDataFingerprint()).toMatch(/^[0-9a-f]{16}$/);
  expect(localeDataFingerprint()).toBe(localeDataFingerprint());
});
