import type { InboundMessage } from "./marketplace.js";

/** What came with an e-mail beside its text. */
export interface EmailAttachment {
  /** Without folders and control characters; "attachment-2" where the sender gave none. */
  readonly name: string;
  /** Its media type as the sender states it, such as "image/jpeg": a claim, not a check. */
  readonly type: string;
  readonly bytes: number;
  /** Whether it is shown inside the text, as an inline picture is. */
  readonly inline: boolean;
  /** Only where it was asked for. */
  readonly content?: Uint8Array;
}

/**
 * Why nobody wrote an e-mail just now: it is the host's own, a report that one couldn't be delivered, an answering machine's, a
 * mailing list's, one of many copies, or a system's notification.
 */
export type AutomaticKind = "own" | "bounce" | "auto_reply" | "mailing_list" | "bulk" | "notification";

/** The marketplace that passed an e-mail on for a buyer. */
export interface EmailRelay {
  readonly marketplace: string;
  /** How sure the sender's address makes it, 0 to 1. It says nothing about whether the address is forged. */
  readonly confidence: number;
}

/** An e-mail as it arrived, before intake. Intake takes it as any other message. */
export interface EmailMessage extends InboundMessage {
  /** The HTML part, where there is one. It is hostile until cleaned. `text` holds it only where there is no plain text. */
  readonly html?: string;
  /** The addresses it was sent to. */
  readonly to: readonly string[];
  /** Where an answer goes, if not to `from`. */
  readonly replyTo?: string;
  /** The message ids it follows, oldest first; the first of them is its `thread`. */
  readonly references: readonly string[];
  readonly attachments: readonly EmailAttachment[];
  /** Set where no person wrote it. `because` is the evidence: a header's name, or what was seen. */
  readonly automatic?: { readonly kind: AutomaticKind; readonly because: string };
  /** Whether a machine may answer it without a risk of a loop between two machines. */
  readonly mayAutoAnswer: boolean;
  readonly relay?: EmailRelay;
  /** What could not be read as it stands, such as "date" or "subject". */
  readonly notUnderstood: readonly string[];
}
