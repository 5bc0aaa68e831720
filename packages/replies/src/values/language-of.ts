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
