import type { Translator } from "@amends/core/contracts";
import { AmendsError, requireObject } from "@amends/core/errors";
import type { DeskEvents, EventBus } from "@amends/core/events";
import { languageCodes, type LanguageCode } from "@amends/core/language";
import type { CaseFile } from "@amends/core/model";
import { protectedValues, protectText, restoreText } from "@amends/replies";
import { malformed, safeError } from "./demand/ask-adapter.js";
import { untilAborted } from "./until-aborted.js";

/** How a reply is to be translated. */
export interface TranslateReplyOptions {
  readonly to: LanguageCode;
  /** Default: the desk's own, `adapters.translator`. */
  readonly translator?: Translator;
  readonly signal?: AbortSignal;
}

/** A reply in another language. */
export interface TranslatedReply {
  readonly language: LanguageCode;
  readonly subject: string | null;
  readonly text: string;
  /** A machine wrote these words; or, where the reply was in that language already, the template did. */
  readonly source: "machine" | "template";
  /** Whether somebody who speaks both languages should look before it is sent. */
  readonly needsReview: boolean;
  /** Who translated. */
  readonly translator: string | null;
  /** The reply it was made of. */
  readonly of: { readonly template: string; readonly language: string };
}

/**
 * Translates the reply of a case. Placeholders, addresses, amounts, names and references are taken out before the translator sees the
 * text, and put back afterwards.
 *
 * @throws {TranslationRefusedError} where one of them didn't come back exactly once. {AdapterError} where the translator failed, of which
 * `adapter_failed` tells too. {AmendsError} where there is no reply (`reply_missing`) or no translator (`translator_missing`).
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 */
export async function translateReply(
  caseFile: CaseFile,
  options: TranslateReplyOptions,
  around: { readonly translator: Translator | undefined; readonly bus: EventBus<DeskEvents> },
): Promise<TranslatedReply> {
  requireObject(caseFile, "caseFile");
  requireObject(options, "options");
  const { to, translator: given, signal } = options;
  const { reply } = caseFile;
  if (reply === undefined || reply === null)
    throw new AmendsError({
      code: "reply_missing",
      message: "The case has no reply to translate. Decide it first, with `handle` or `process`.",
    });
  const of = { template: reply.template, language: reply.language };
  const { subject, text } = reply;
  const from = languageCodes.find((code) => code === reply.language.split("-")[0]);
  if (from === to) return { language: to, subject, text, source: "template", needsReview: false, translator: null, of };
  const translator = given ?? around.translator;
  if (translator === undefined) {
    const message = "Nobody translates. Pass `translator`, or build the desk with `adapters.translator`.";
    throw new AmendsError({ code: "translator_missing", message });
  }
  signal?.throwIfAborted();
  const values = protectedValues(caseFile, reply.language);
  const parts = [{ path: "text", value: text }, ...(subject === null ? [] : [{ path: "subject", value: subject }])];
  const sent = parts.map(({ path, value }) => ({ path, ...protectText(value, values) }));
  let answers: readonly string[];
  try {
    const asked = { ...(from === undefined ? {} : { from }), to, ...(signal === undefined ? {} : { signal }) };
    const texts = sent.map((each) => each.text);
    answers = await untilAborted(signal, () => translator.translate(texts, asked));
    if (!isTexts(answers, texts.length))
      throw malformed(translator.name, `translate answered with something that isn't a list of ${texts.length} texts`);
  } catch (error) {
    signal?.throwIfAborted();
    const safe = safeError({ adapter: translator.name, call: "translate" }, error);
    around.bus.emit("adapter_failed", { caseFile, adapter: translator.name, error: safe });
    throw safe;
  }
  const [translated = "", translatedSubject] = sent.map((each, index) => restoreText(answers[index] ?? "", each, each.path));
  return {
    language: to,
    subject: translatedSubject ?? null,
    text: translated,
    source: "machine",
    needsReview: true,
    translator: translator.name,
    of,
  };
}

function isTexts(answers: unknown, count: number): answers is readonly string[] {
  return Array.isArray(answers) && answers.length === count && answers.every((answer) => typeof answer === "string");
}
