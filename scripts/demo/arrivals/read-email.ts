import type { InboundMessage } from "@amends/core/contracts";
import PostalMime, { type Email } from "postal-mime";

/** An e-mail as intake takes it, with what came beside its text. */
export interface ReceivedEmail {
  readonly message: InboundMessage;
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }[];
}

/**
 * Reads a raw e-mail (RFC 5322, MIME), whatever its charset and transfer encoding.
 *
 * @throws {Error} where it has no date or no sender, naming the file.
 */
export async function readEmail(raw: Uint8Array, name: string, marketplace: string | undefined): Promise<ReceivedEmail> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
  const sentAt = email.date === undefined ? Number.NaN : Date.parse(email.date);
  if (Number.isNaN(sentAt)) throw new Error(`${name}: the e-mail has no readable Date header`);
  const address = email.from?.address;
  if (address === undefined) throw new Error(`${name}: the e-mail has no readable From header`);
  return {
    message: {
      id: email.messageId ?? name,
      at: new Date(sentAt).toISOString().replace(".000Z", "Z"),
      channel: "email",
      ...(marketplace === undefined ? {} : { marketplace }),
      ...(email.inReplyTo === undefined ? {} : { thread: email.inReplyTo }),
      from: { email: address, ...(email.from?.name ? { name: email.from.name } : {}) },
      ...(email.subject === undefined ? {} : { subject: email.subject }),
      text: (email.text ?? "").trim(),
    },
    attachments: email.attachments.map((attachment, index) => attachmentOf(attachment, index)),
  };
}

function attachmentOf({ filename, mimeType, content }: Email["attachments"][number], index: number): ReceivedEmail["attachments"][number] {
  const bytes = typeof content === "string" ? content.length : content.byteLength;
  return { id: `a-${index + 1}`, name: filename ?? `attachment-${index + 1}`, type: mimeType, bytes };
}
