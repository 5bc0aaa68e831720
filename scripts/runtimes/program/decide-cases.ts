import { verifyChain } from "@amends/core/audit";
import { intakeMessage } from "@amends/core/intake";
import type { CaseFile } from "@amends/core/model";
import { parseInstant, type ZoneProvider } from "@amends/core/time";
import { createDesk } from "@amends/desk";
import type { Answer } from "./answer.js";
import type { GivenMessage, ProgramInput } from "./program-input.js";

/** Decides every case, each with the clock standing at its own time, and links the audit records. */
export async function decideCases({ cases, roster, calendars, rates }: ProgramInput, zones: ZoneProvider): Promise<Answer[]> {
  let now = 0;
  const desk = createDesk({
    clock: () => now,
    zones,
    roster,
    calendars,
    adapters: { rates: { specVersion: "1", name: "rates-of-the-day", ratesFor: async () => rates } },
  });
  const answers: Answer[] = [];
  let previous: string | null = null;
  for (const given of cases) {
    const link = { audit: { previous } } as Partial<CaseFile>;
    let decided: CaseFile;
    if ("message" in given) {
      now = parseInstant(given.message.at);
      const { message, known } = given;
      decided =
        message.channel === "email"
          ? desk.handle({ ...fromMessage(given), now: message.at, rates, ...link })
          : await desk.process(message, { ...senderOf(given), known: { ...known, ...link, id: given.name } });
    } else {
      now = parseInstant(given.caseFile.now ?? "");
      decided = desk.handle({ rates, ...given.caseFile, ...link });
    }
    previous = decided.audit?.hash ?? null;
    answers.push({ name: `case/${given.name}`, value: decided });
  }
  const chain = verifyChain(answers.map(({ value }) => (value as CaseFile).audit));
  return [...answers, { name: "audit/chain", value: chain }];
}

function fromMessage(given: GivenMessage): Partial<CaseFile> {
  const { caseFile } = intakeMessage(given.message, senderOf(given));
  const { attachments } = given;
  const ticket = caseFile.ticket && attachments.length > 0 ? { ticket: { ...caseFile.ticket, attachments: [...attachments] } } : {};
  return { ...caseFile, ...given.known, ...ticket, id: given.name };
}

function senderOf({ customer, orders }: GivenMessage) {
  return { ...(customer === null ? {} : { customer }), orders };
}
