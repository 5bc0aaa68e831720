import type { Translator } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { LanguageCode } from "@amends/core/language";
import * as z from "zod";
import { decodeJson } from "../../http/decode-json.js";
import { createHttpClient } from "../../http/http-client.js";
import { callable, checkOptions } from "../../options/parse-options.js";
import { transportShape, type TransportOptions } from "../../options/transport-options.js";
import { hasFormality, sourceLanguage, targetLanguage, type DeepLVariants } from "./deepl-languages.js";
import { defaultPlaceholders, placeholdersOf, protectingTag, protectPlaceholders, unprotect } from "./protect-placeholders.js";

/** How texts are translated by DeepL. */
export interface DeepLOptions extends TransportOptions {
  /** The API key. One that ends in ":fx" is of the free plan, which has a host of its own. */
  readonly key: string;
  readonly variants?: DeepLVariants;
  /** `more` and `less` are refused for languages without formality; `prefer_more` and `prefer_less` do what they can. */
  readonly formality?: "default" | "more" | "less" | "prefer_more" | "prefer_less";
  /** A glossary's id, or what tells the id for a pair of languages. With an id, `from` must be said when translating. */
  readonly glossary?: string | ((pair: { readonly from: LanguageCode; readonly to: LanguageCode }) => string | undefined);
  readonly model?: "latency_optimized" | "quality_optimized" | "prefer_quality_optimized";
  /** What must come back as it is. Default: `{order}`, `{{order}}` and `⟦1⟧`. */
  readonly placeholders?: RegExp;
  /** Default: DeepL's host for the key's plan. */
  readonly baseUrl?: string;
}

const name = "deepl";
const textsPerCall = 50;
/** DeepL takes 128 KiB a call; some of it is left to the headers. */
const bytesPerCall = 120 * 1024;

const shape = z.strictObject({
  ...transportShape,
  key: z.string().regex(/^[\u0021-\u007e]{4,}$/, { error: "expected an API key: printable characters without spaces" }),
  variants: z
    .strictObject({
      en: z.enum(["EN-US", "EN-GB"]).optional(),
      pt: z.enum(["PT-BR", "PT-PT"]).optional(),
      zh: z.enum(["ZH-HANS", "ZH-HANT"]).optional(),
    })
    .optional(),
  formality: z.enum(["default", "more", "less", "prefer_more", "prefer_less"]).optional(),
  glossary: z
    .union([z.string().min(1), callable], {
      error: "expected a glossary's id, or a function that tells it",
    })
    .optional(),
  model: z.enum(["latency_optimized", "quality_optimized", "prefer_quality_optimized"]).optional(),
  placeholders: z.instanceof(RegExp).optional(),
  baseUrl: z.url().optional(),
});

const answerShape = z.looseObject({ translations: z.array(z.looseObject({ text: z.string() })) });

interface Batch {
  /** Whether the texts are XML, with placeholders inside elements. */
  readonly xml: boolean;
  /** Where each text stands among those to translate. */
  readonly places: number[];
  readonly texts: string[];
  bytes: number;
}

const refused = (reason: "rejected" | "malformed", message: string) => new AdapterError({ adapter: name, reason, message });

/**
 * A translator over DeepL's API (`POST /v2/translate`). Texts are sent 50 a call and below 128 KiB; empty ones aren't sent.
 * Placeholders come back as they were, or the answer is refused. A used-up quota (HTTP 456) is `rate_limited` but not retryable:
 * it is there again when the billing period is over, or when somebody raises it.
 *
 * @throws {AmendsError} with every option that can't be used. Translating rejects with an AdapterError: `rejected` before anybody is
 * asked for a language, formality or glossary that DeepL can't do and for a text too long for one call; `malformed` where the answer
 * isn't one translation for each text.
 * @example
 * import { createDeepLTranslator } from "@amends/adapters/translation/deepl";
 * const fetch = async () => Response.json({ translations: [{ text: "Wo ist <x>{order}</x>?" }] });
 * const translator = createDeepLTranslator({ key: "a-key:fx", fetch });
 * await translator.translate(["Where is {order}?"], { from: "en", to: "de" }); // => ["Wo ist {order}?"]
 */
export function createDeepLTranslator(options: DeepLOptions): Translator {
  checkOptions(name, shape, options);
  const { key, variants, formality, glossary, model, placeholders = defaultPlaceholders, baseUrl, ...transport } = options;
  const flags = placeholders.flags.replace("y", "");
  const pattern = new RegExp(placeholders.source, flags.includes("g") ? flags : `${flags}g`);
  const client = createHttpClient({
    ...transport,
    adapter: name,
    baseUrl: baseUrl ?? (key.endsWith(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com"),
    headers: () => ({ authorization: `DeepL-Auth-Key ${key}` }),
    // DeepL answers 529 where too much is asked of it at once. A used-up quota, 456, is told below: no wait of seconds mends it.
    reasonOf: ({ status }) => (status === 529 ? "rate_limited" : status === 456 ? "fine" : undefined),
  });

  const settings = (from: LanguageCode | undefined, to: LanguageCode) => {
    const source = from === undefined ? undefined : sourceLanguage(from);
    const target = targetLanguage(to, variants);
    if (from !== undefined && source === undefined) throw refused("rejected", `translate: DeepL doesn't read ${language(from)}`);
    if (target === undefined) throw refused("rejected", `translate: DeepL doesn't write ${language(to)}`);
    if ((formality === "more" || formality === "less") && !hasFormality(to))
      throw refused("rejected", `translate: DeepL has no formality in ${to}; the option "prefer_${formality}" does without`);
    const glossaryId = typeof glossary !== "function" ? glossary : from === undefined ? undefined : glossary({ from, to });
    if (glossaryId !== undefined && source === undefined)
      throw refused("rejected", "translate: with a glossary DeepL must be told the language of the texts (from)");
    return {
      target_lang: target,
      ...(source === undefined ? {} : { source_lang: source }),
      ...(formality === undefined ? {} : { formality }),
      ...(glossaryId === undefined ? {} : { glossary_id: glossaryId }),
      ...(model === undefined ? {} : { model_type: model }),
    };
  };

  const ask = async (batch: Batch, common: object, signal: AbortSignal | undefined): Promise<readonly string[]> => {
    const { status, body } = await client.send({
      operation: "translate",
      method: "POST",
      path: "/v2/translate",
      json: requestOf(batch, common),
      // A translation changes nothing at the vendor's.
      repeatable: true,
      ...(signal === undefined ? {} : { signal }),
    });
    if (status === 456) {
      const message = "translate: HTTP 456, the quota is used up";
      throw new AdapterError({ adapter: name, reason: "rate_limited", retryable: false, message });
    }
    const answer = answerShape.safeParse(decodeJson(name, body, "translate"));
    if (!answer.success) throw refused("malformed", "translate: the answer holds no translations");
    const { translations } = answer.data;
    if (translations.length !== batch.texts.length)
      throw refused("malformed", `translate: ${batch.texts.length} texts were sent, ${translations.length} came back`);
    return translations.map(({ text }) => {
      const plain = batch.xml ? unprotect(text) : text;
      if (plain === undefined) throw refused("malformed", "translate: a translation holds markup that wasn't sent");
      if (plain.trim() === "") throw refused("malformed", "translate: a translation is empty");
      return plain;
    });
  };

  return {
    specVersion: "1",
    name,
    translate: async (texts, { from, to, signal }) => {
      const common = settings(from, to);
      if (from === to) return [...texts];
      const batches = batchesOf(texts, pattern, common);
      const translated = [...texts];
      for (const batch of batches) {
        const answers = await ask(batch, common, signal);
        for (const [index, place] of batch.places.entries()) {
          const [before, after] = [texts[place] as string, answers[index] as string];
          if (!samePlaceholders(before, after, pattern))
            throw refused("malformed", "translate: a placeholder of a text isn't in its translation");
          translated[place] = after;
        }
      }
      return translated;
    },
  };
}

/** A language as it may stand in a message: a caller without types may hand in anything. */
function language(code: unknown): string {
  return typeof code === "string" && /^[A-Za-z-]{1,12}$/.test(code) ? `"${code}"` : "this language";
}

function requestOf({ xml, texts }: Batch, common: object): object {
  return { text: texts, ...common, ...(xml ? { tag_handling: "xml", ignore_tags: [protectingTag] } : {}) };
}

/** The calls that translate the texts, those with placeholders apart from those without. */
function batchesOf(texts: readonly string[], pattern: RegExp, common: object): readonly Batch[] {
  const batches: Batch[] = [];
  const open: { plain?: Batch; xml?: Batch } = {};
  for (const [place, text] of texts.entries()) {
    if (typeof text !== "string") throw refused("rejected", "translate: something is no text");
    if (text.trim() === "") continue;
    // Half a character (a lone surrogate) can't be sent.
    const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
    const xml = placeholdersOf(whole, pattern).length > 0;
    const sent = xml ? protectPlaceholders(whole, pattern) : whole;
    const bytes = sizeOf(sent) + 1;
    const kind = xml ? "xml" : "plain";
    const current = open[kind];
    if (current !== undefined && current.texts.length < textsPerCall && current.bytes + bytes <= bytesPerCall) {
      current.places.push(place);
      current.texts.push(sent);
      current.bytes += bytes;
      continue;
    }
    const begun: Batch = { xml, places: [place], texts: [sent], bytes: 0 };
    begun.bytes = sizeOf(requestOf(begun, common));
    if (begun.bytes > bytesPerCall) throw refused("rejected", "translate: a text is larger than one call takes (128 KiB)");
    batches.push(begun);
    open[kind] = begun;
  }
  return batches;
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function samePlaceholders(before: string, after: string, pattern: RegExp): boolean {
  const [wanted, found] = [before, after].map((text) => placeholdersOf(text, pattern).toSorted().join("\n"));
  return wanted === found;
}
