import type { CaseFile } from "@amends/core/model";
import type { ZoneProvider } from "@amends/core/time";
import { createDesk } from "@amends/desk";
import { localeDataFingerprint } from "@amends/replies";
import type { Answer } from "./answer.js";
import type { ProgramInput } from "./program-input.js";

/**
 * The example's reply in every language, as it reads by the runtime's locale data, and what tells that data apart. An audit record that
 * names the fingerprint differs where the data do, even under the same text.
 */
export function writeReplies({ cases, texts }: ProgramInput, zones: ZoneProvider): Answer[] {
  const desk = createDesk({ zones });
  const named = createDesk({ zones, dataVersions: { locale: localeDataFingerprint() } });
  const example = cases.find((given) => "caseFile" in given && given.name === "example") as { readonly caseFile: CaseFile };
  const replies = texts
    .filter(({ name }) => /^[a-z]{2}$/.test(name))
    .map(({ name, text }) => {
      const { ticket, customer } = example.caseFile;
      const caseFile = {
        ...example.caseFile,
        ticket: { ...ticket, text, subject: null },
        customer: { ...customer, language: name, country: null },
      };
      const { language, reply } = desk.handle(caseFile);
      return { name: `text/reply/${name}`, value: { language: language?.code, subject: reply?.subject, text: reply?.text } };
    });
  return [
    ...replies,
    { name: "text/locale data", value: localeDataFingerprint() },
    { name: "text/audit that names the locale data", value: named.handle(example.caseFile).audit?.hash },
  ];
}
