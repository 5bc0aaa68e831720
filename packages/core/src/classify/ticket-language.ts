import { detectLanguage } from "../language/detect-language.js";
import type { CaseFile } from "../model/case-file.js";
import type { Ticket } from "../model/ticket.js";

/** The language a ticket is read in: given on the ticket, decided by the language stage, or told by the text and then the subject. */
export function ticketLanguage(ticket: Pick<Ticket, "text" | "subject" | "language">, decided: CaseFile["language"]): string {
  const given = ticket.language?.trim().toLowerCase().split(/[-_]/u)[0] ?? "";
  if (given !== "") return given;
  if (decided !== undefined && decided !== null) return decided.code;
  const { code } = detectLanguage(ticket.text ?? "");
  return code === "und" && (ticket.subject ?? "") !== "" ? detectLanguage(ticket.subject ?? "").code : code;
}
