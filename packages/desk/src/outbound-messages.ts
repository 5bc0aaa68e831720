import { requireObject } from "@amends/core/errors";
import type { CaseFile, OutboundMessage } from "@amends/core/model";

/**
 * The messages a decided case gives: the reply and the notices. Follow-ups are written when they are due.
 *
 * @example
 * import { createDesk, outboundMessages } from "@amends/desk";
 * const ticket = { channel: "email", text: "Where is my parcel?", createdAt: "2026-03-03T15:00:00Z" };
 * outboundMessages(createDesk().handle({ now: "2026-03-03T15:00:00Z", ticket }))[0]?.kind; // => "reply"
 */
export function outboundMessages(caseFile: CaseFile): readonly OutboundMessage[] {
  requireObject(caseFile, "caseFile");
  const channel = caseFile.ticket?.channel ?? "email";
  const reply = caseFile.reply;
  return [
    ...(reply === undefined
      ? []
      : [
          {
            kind: "reply" as const,
            channel,
            language: reply.language,
            subject: reply.subject,
            text: reply.text,
            template: reply.template,
            notBefore: null,
          },
        ]),
    ...(caseFile.notices ?? []).map(({ kind, language, text }) => ({
      kind: "notice" as const,
      channel,
      language,
      subject: null,
      text,
      template: kind,
      notBefore: null,
    })),
  ];
}
