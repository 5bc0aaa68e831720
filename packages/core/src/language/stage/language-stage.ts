import { InvalidCaseError } from "../../errors/invalid-case-error.js";
import type { CaseFile } from "../../model/case-file.js";
import type { Language } from "../../model/language.js";
import { defineStage } from "../../stage/define-stage.js";
import { detectLanguage } from "../detect-language.js";
import { languageCodes } from "../../model/language-codes.js";

const known: ReadonlySet<string> = new Set(languageCodes);

/**
 * The language stage: a ticket's given language wins (`zh-TW` reads as `zh`; one outside the seventeen as `und`), else the text
 * tells, else the subject. A text that says nothing is `und`; where there is none, `missing` names it. It asks no policies.
 *
 * @throws {InvalidCaseError} where the case has no ticket.
 * @example
 * import { languageStage } from "@amends/core/language/stage";
 * const ticket = { channel: "email", text: "Wo bleibt mein Paket?" } as const;
 * const { code, source } = languageStage.run({ ticket }, undefined, { now: 0 });
 * [code, source]; // => ["de", "detected"]
 */
export const languageStage = defineStage({
  name: "language",
  reads: ["ticket"],
  writes: "language",
  events: {},
  decisions: {},
  policies: [],
  decide: (caseFile, evaluation) => {
    const answer = languageOf(caseFile);
    if ((caseFile.ticket?.text ?? "").trim() === "") evaluation.lacks("ticket.text");
    return { ...answer, ...evaluation.provenance() };
  },
});

function languageOf({ ticket }: CaseFile): Pick<Language, "code" | "confidence" | "script" | "source"> {
  if (ticket === undefined || ticket === null) {
    throw new InvalidCaseError([
      { code: "ticket_missing", message: "there is no ticket to read", path: "ticket", expected: "a ticket with a text" },
    ]);
  }
  const detected = detectLanguage(ticket.text ?? "");
  const given = ticket.language?.trim().toLowerCase().split(/[-_]/u)[0] ?? "";
  if (given !== "")
    return { code: known.has(given) ? (given as Language["code"]) : "und", confidence: 1, script: detected.script, source: "given" };
  const subject = ticket.subject ?? "";
  const answer = detected.code === "und" && subject !== "" ? detectLanguage(subject) : detected;
  return { ...(answer.code === "und" ? detected : answer), source: "detected" };
}
