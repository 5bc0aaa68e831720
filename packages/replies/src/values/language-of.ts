import type { CaseFile } from "@amends/core/model";
import type { TemplateLibrary } from "../templating/template-library.js";

/** The language part of a tag: "pt-BR" → "pt". */
function primary(tag: string | null | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag ?? "")?.[1]?.toLowerCase();
}

/** The language a reply is owed in: the one the customer wrote in, else the one the customer prefers. */
export function replyLanguage(caseFile: CaseFile): string | undefined {
  const { code } = caseFile.language ?? {};
  return code === undefined || code === "und" ? (primary(caseFile.ticket?.language) ?? primary(caseFile.customer?.language)) : code;
}

/** The script a tag tells: "zh-Hant" → "Hant", and by custom "zh-TW" → "Hant". */
function scriptOf(tag: string | null | undefined): string | undefined {
  if (tag === undefined || tag === null || primary(tag) === undefined) return undefined;
  try {
    return new Intl.Locale(tag.replaceAll("_", "-")).maximize().script;
  } catch {
    return undefined;
  }
}

/** The script a reply is owed in: the one of the message, else the one of the language that the customer prefers. */
export function replyScript(caseFile: CaseFile): string | undefined {
  const { language, ticket, customer } = caseFile;
  if (language !== undefined && language.code !== "und" && language.source !== "given") return language.script;
  return tagScript(replyLanguage(caseFile), [ticket?.language, customer?.language]) ?? language?.script;
}

/** The script of a notice. */
export function noticeScript({ customer, ticket, language }: CaseFile, code: string): string | undefined {
  return tagScript(code, [customer?.language, ticket?.language]) ?? (language?.code === code ? language.script : undefined);
}

/** The script that the first tag of a language names; a tag of nothing but the language names none. */
function tagScript(code: string | undefined, tags: readonly (string | null | undefined)[]): string | undefined {
  const tag = tags.find((each) => primary(each) === code && /[-_]/.test(each ?? ""));
  return scriptOf(tag);
}

/** The language of a notice: the one the customer prefers, else the one of the conversation; the first that has templates. */
export function noticeLanguage(
  caseFile: CaseFile,
  { packs }: TemplateLibrary,
): { readonly wanted: string | undefined; readonly language: string } {
  const { customer, ticket, language } = caseFile;
  const wanted = [primary(customer?.language), primary(ticket?.language), language?.code === "und" ? undefined : language?.code].filter(
    (code) => code !== undefined,
  );
  return { wanted: wanted[0], language: wanted.find((code) => packs.get(code)?.notices !== undefined) ?? "en" };
}

/** Where the customer lives, or where the order goes. */
export function recipientCountry({ customer, order }: CaseFile): string | undefined {
  return customer?.country ?? order?.shipTo ?? undefined;
}
