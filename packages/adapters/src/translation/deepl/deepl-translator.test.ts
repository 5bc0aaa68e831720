import { AdapterError, AmendsError } from "@amends/core/errors";
import { languageCodes, type LanguageCode } from "@amends/core/language";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineContract, translatorContract, watchedEnvironment, type ContractEnvironment } from "../../testing/index.js";
import { createDeepLTranslator, type DeepLOptions } from "./deepl-translator.js";
import { defaultPlaceholders, protectPlaceholders, unprotect } from "./protect-placeholders.js";

const key = "0f1e2d3c-planted-key:fx";

interface Asked {
  readonly text: readonly string[];
  readonly target_lang: string;
  readonly [name: string]: unknown;
}

const translated = (texts: readonly string[]) =>
  Response.json({ translations: texts.map((text) => ({ detected_source_language: "EN", text })) });

/** Translates every text as itself in square brackets, and keeps what it was asked. */
function vendor(turn: (text: string) => string = (text) => `[${text}]`) {
  const asked: Asked[] = [];
  const requests: Request[] = [];
  const { environment } = watchedEnvironment(async (_, request) => {
    requests.push(request.clone());
    const body = (await request.json()) as Asked;
    asked.push(body);
    return translated(body.text.map(turn));
  });
  const translator = (options: Partial<DeepLOptions> = {}) => createDeepLTranslator({ key, ...environment, ...options });
  return { asked, requests, translator };
}

const errorOf = (promise: Promise<unknown>): Promise<AdapterError> =>
  promise.then(
    () => {
      throw new Error("expected an error");
    },
    (error: unknown) => {
      if (!AdapterError.isInstance(error)) throw error;
      return error;
    },
  );

describe("the contract of translators", () => {
  const create = (environment: ContractEnvironment) => createDeepLTranslator({ key, ...environment });
  defineContract(
    translatorContract({
      create,
      answer: async (request) => translated(((await request.json()) as Asked).text.map((text) => `[${text}]`)),
      answerToTwo: () => translated(["[Hello]", "[Goodbye]"]),
      planted: [key, "planted-key", "Goodbye"],
    }),
    { test: it, skip: it.skip },
  );
});

describe("what DeepL is asked", () => {
  it("goes to the host of the key's plan, with the key in the header and nowhere else", async () => {
    const free = vendor();
    await free.translator().translate(["Hello"], { to: "de" });
    const [request] = free.requests;
    expect(request?.url).toBe("https://api-free.deepl.com/v2/translate");
    expect(request?.method).toBe("POST");
    expect(request?.headers.get("authorization")).toBe(`DeepL-Auth-Key ${key}`);
    expect(free.asked).toEqual([{ text: ["Hello"], target_lang: "DE" }]);
    const paid = vendor();
    await paid.translator({ key: "a-paid-key" }).translate(["Hello"], { to: "de" });
    expect(paid.requests[0]?.url).toBe("https://api.deepl.com/v2/translate");
    const own = vendor();
    await own.translator({ baseUrl: "http://localhost:3000/deepl" }).translate(["Hello"], { to: "de" });
    expect(own.requests[0]?.url).toBe("http://localhost:3000/deepl/v2/translate");
  });

  it("names every language of ours in DeepL's codes, both ways", async () => {
    for (const code of languageCodes) {
      const { translator, asked } = vendor();
      const other: LanguageCode = code === "en" ? "de" : "en";
      await translator().translate(["a"], { from: code, to: other });
      await translator().translate(["a"], { from: other, to: code });
      expect(asked[0]?.["source_lang"]).toBe(code.toUpperCase());
      expect(asked[1]?.target_lang).toMatch(new RegExp(`^${code}(-[A-Z]+)?$`, "i"));
    }
  });

  it("chooses variants where DeepL tells them apart", async () => {
    const { translator, asked } = vendor();
    for (const to of ["en", "pt", "zh"] as const) {
      await translator().translate(["a"], { to });
      await translator({ variants: { en: "EN-GB", pt: "PT-PT", zh: "ZH-HANT" } }).translate(["a"], { to });
    }
    expect(asked.map(({ target_lang }) => target_lang)).toEqual(["EN-US", "EN-GB", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT"]);
  });

  it("says formality, glossary and model", async () => {
    const { translator, asked } = vendor();
    await translator({ formality: "more", glossary: "g-1", model: "quality_optimized" }).translate(["a"], { from: "en", to: "de" });
    const byPair = translator({ glossary: ({ from, to }) => (from === "en" && to === "fr" ? "g-2" : undefined) });
    await byPair.translate(["a"], { from: "en", to: "fr" });
    await byPair.translate(["a"], { from: "en", to: "de" });
    await byPair.translate(["a"], { to: "fr" });
    expect(asked.map(({ formality, glossary_id, model_type }) => [formality, glossary_id, model_type])).toEqual([
      ["more", "g-1", "quality_optimized"],
      [undefined, "g-2", undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it("is split by number and by size, in bytes and not in characters", async () => {
    const { translator, asked, requests } = vendor();
    const long = "汉".repeat(15_000);
    const texts = [...Array.from({ length: 120 }, (_, index) => `t${index}`), long, long, long, "last"];
    expect(await translator().translate(texts, { to: "de" })).toEqual(texts.map((text) => `[${text}]`));
    expect(Math.max(...asked.map(({ text }) => text.length))).toBe(50);
    for (const request of requests) expect((await request.arrayBuffer()).byteLength).toBeLessThanOrEqual(120 * 1024);
  });

  it("holds no empty text, and asks nothing where nothing is to be translated", async () => {
    const { translator, asked } = vendor();
    expect(await translator().translate(["", " \n", "a"], { to: "de" })).toEqual(["", " \n", "[a]"]);
    expect(await translator().translate(["", "  "], { to: "de" })).toEqual(["", "  "]);
    expect(await translator().translate(["Hallo"], { from: "de", to: "de" })).toEqual(["Hallo"]);
    expect(asked.map(({ text }) => text)).toEqual([["a"]]);
  });

  it("holds no half characters", async () => {
    const { translator, asked } = vendor();
    await translator().translate(["a\ud83d"], { to: "de" });
    expect(asked[0]?.text).toEqual(["a\ufffd"]);
  });
});

describe("placeholders", () => {
  it("come back as they were, in texts that hold what XML must not", async () => {
    const { translator, asked } = vendor((text) => text.replaceAll("Where is", "Wo ist"));
    const text = 'Where is {order} of ⟦1⟧ & {{first name}} <b>"now"</b>? \u0001';
    expect(await translator().translate([text, "Where is it?"], { to: "de" })).toEqual([
      'Wo ist {order} of ⟦1⟧ & {{first name}} <b>"now"</b>? ',
      "Wo ist it?",
    ]);
    expect(asked.map(({ tag_handling, ignore_tags }) => [tag_handling, ignore_tags])).toEqual([
      ["xml", ["x"]],
      [undefined, undefined],
    ]);
  });

  it("may be of the caller's own form", async () => {
    const { translator, asked } = vendor((text) => text);
    const own = translator({ placeholders: /%\w+%|/y });
    expect(await own.translate(["%name% paid {5}"], { to: "de" })).toEqual(["%name% paid {5}"]);
    expect(asked[0]?.text).toEqual(["<x>%name%</x> paid {5}"]);
  });

  it.each([
    ["lost", () => "Wo ist die Bestellung?"],
    ["changed", () => "Wo ist <x>{bestellung}</x>?"],
    ["doubled", (text: string) => `${text} ${text}`],
  ])("that are %s make the answer malformed", async (_, turn) => {
    const { translator } = vendor(turn);
    const error = await errorOf(translator().translate(["Where is {order}?"], { to: "de" }));
    expect(error.reason).toBe("malformed");
    expect(error.message).not.toContain("order}");
  });

  it("of any text survive the way there and back", () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("{order}", "⟦1⟧", "<x>", "&amp;", "]]>", "{{a.b}}")))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (given) => {
        // eslint-disable-next-line no-control-regex
        const held = given.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
        expect(unprotect(protectPlaceholders(held, defaultPlaceholders))).toBe(held);
      }),
    );
  });

  it("reads XML's character references, and refuses markup that nobody sent", () => {
    expect(unprotect("&#65;&#x42;&quot;&apos;&nope;&#0;<x/>")).toBe("AB\"'&nope;&#0;");
    expect(unprotect("<b>x</b>")).toBeUndefined();
  });
});

describe("what DeepL can't do", () => {
  it.each([
    ["an unknown language", {}, { to: "xx" as LanguageCode }, '"xx"'],
    ["an unknown source", {}, { from: "tlh" as LanguageCode, to: "de" }, '"tlh"'],
    ["a language that is none", {}, { to: { evil: "text" } as unknown as LanguageCode }, "this language"],
    ["formality where there is none", { formality: "less" }, { to: "en" }, "prefer_less"],
    ["a glossary without the texts' language", { glossary: "g-1" }, { to: "de" }, "from"],
  ] as const)("is rejected before it is asked: %s", async (_, options, request, says) => {
    const { translator, asked } = vendor();
    const error = await errorOf(translator(options).translate(["a"], request));
    expect([error.reason, error.retryable]).toEqual(["rejected", false]);
    expect(error.message).toContain(says);
    expect(asked).toEqual([]);
  });

  it("is rejected before anything is sent: a text beyond one call, or no text", async () => {
    const { translator, asked } = vendor();
    for (const odd of ["x".repeat(130_000), 7 as unknown as string]) {
      expect((await errorOf(translator().translate(["a", odd], { to: "de" }))).reason).toBe("rejected");
    }
    expect(asked).toEqual([]);
  });
});

describe("what DeepL answers", () => {
  const answering = (answer: () => Response) => {
    const watched = watchedEnvironment(answer);
    return { watched, translator: createDeepLTranslator({ key, ...watched.environment }) };
  };

  it("to a used-up quota is a limit that no retry helps against", async () => {
    const { watched, translator } = answering(() => new Response('{"message":"Quota Exceeded"}', { status: 456 }));
    const error = await errorOf(translator.translate(["a"], { to: "de" }));
    expect([error.reason, error.retryable]).toEqual(["rate_limited", false]);
    expect(error.message).toContain("quota");
    expect(watched.asked).toHaveLength(1);
  });

  it("to too many calls is waited for", async () => {
    const { watched, translator } = answering(() => new Response("{}", { status: 529 }));
    expect((await errorOf(translator.translate(["a"], { to: "de" }))).reason).toBe("rate_limited");
    expect(watched.asked).toHaveLength(3);
  });

  it.each([
    ["with another number of texts", { translations: [{ text: "a" }, { text: "b" }] }],
    ["with none", { translations: [] }],
    ["with something else", { message: "fine" }],
    ["with an empty text", { translations: [{ text: " " }] }],
  ])("is malformed %s", async (_, body) => {
    const { translator } = answering(() => Response.json(body));
    expect((await errorOf(translator.translate(["a"], { to: "de" }))).reason).toBe("malformed");
  });
});

describe("options", () => {
  it("are refused all at once, without quoting a secret", () => {
    const options = { key: "a planted secret", formality: "planted", variants: { en: "planted" }, glossary: 7, kye: "planted" };
    try {
      createDeepLTranslator(options as unknown as DeepLOptions);
      expect.unreachable();
    } catch (error) {
      if (!AmendsError.isInstance(error)) throw error;
      expect(error.findings.map(({ path }) => path ?? "").toSorted()).toEqual(["", "formality", "glossary", "key", "variants.en"]);
      expect(JSON.stringify([error.message, error.findings])).not.toContain("planted");
    }
  });

  it("don't show in the adapter", () => {
    const translator = createDeepLTranslator({ key });
    expect(JSON.stringify(translator)).toBe('{"specVersion":"1","name":"deepl"}');
  });
});
