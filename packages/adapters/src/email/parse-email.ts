import type { EmailAttachment, EmailMessage } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { isHtml } from "@amends/core/intake";
import { readInstant } from "@amends/core/time";
import PostalMime, { addressParser, type Attachment, type Email, type Mailbox } from "postal-mime";
import * as z from "zod";
import { encodeHex } from "../signing/hex.js";
import { malformedEmail as malformed } from "../mime/malformed-email.js";
import { checkOptions } from "../options/parse-options.js";
import { readEmailDate } from "./email-date.js";
import { recogniseOrigin, recogniseRelay, referencesOfSubject, type EmailHeaders } from "./email-origin.js";
import { refuseTooMany } from "../mime/email-size.js";
import { withKnownNames } from "../mime/known-names.js";
import { withReadableHeaders } from "../mime/readable-headers.js";

/** What is known of an e-mail beside its bytes, and how much of one is read. */
export interface ParseEmailOptions {
  /** When it arrived, ISO 8601 with an offset. Stands in where its own date is missing, unreadable or lies ahead. */
  readonly receivedAt?: string;
  /** The host's own addresses, or domains as "@shop.example": mail from them is marked, so that no machine answers itself. */
  readonly ownAddresses?: readonly string[];
  /** Whether attachments come with their bytes. Default: "listed". */
  readonly attachments?: "listed" | "with_content";
  readonly limits?: {
    /** Of the whole e-mail. Default: 25 MiB. */
    readonly bytes?: number;
    /** Default: 500,000. */
    readonly lines?: number;
    /** Of text, those of attachments not counted. Default: 100,000. */
    readonly textLines?: number;
    /** Default: 500. */
    readonly parts?: number;
    /** How deep parts may stand in parts. Default: 50. */
    readonly nesting?: number;
    /** Of all headers together. Default: 256 KiB. */
    readonly headerBytes?: number;
  };
}

const name = "email";
const count = z.int().positive().optional();
const shape = z.strictObject({
  receivedAt: z
    .string()
    .refine((text) => readInstant(text) !== undefined, { error: "expected an instant with an offset, such as 2026-03-03T17:00:00Z" })
    .optional(),
  ownAddresses: z.array(z.string().regex(/^[^\s@]*@[^\s@]+$/, { error: "expected an address, or a domain as @shop.example" })).optional(),
  attachments: z.enum(["listed", "with_content"]).optional(),
  limits: z.strictObject({ bytes: count, lines: count, textLines: count, parts: count, nesting: count, headerBytes: count }).optional(),
});

/** Clocks are that far apart. */
const skewMilliseconds = 600_000;
/** What the bytes 0x80 to 0x9f stand for in windows-1252. Source: the Encoding Standard's index of that charset. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Reads a raw e-mail (RFC 5322, MIME, any charset that browsers know) as a message for intake: plain text where it has one, else its
 * HTML, which intake turns into text. Tells marketplaces' relays, and what no person wrote. What can't be read is listed in
 * `notUnderstood`. A message that is attached to it stays an attachment.
 *
 * @throws {AmendsError} with every option that can't be used. {AdapterError} `malformed`, and nothing else, where the bytes are no
 * e-mail, go beyond a limit, or hold no readable date while `receivedAt` isn't given. Nothing of the e-mail stands in an error.
 * @example
 * import { parseEmail } from "@amends/adapters/email";
 * const raw = "From: Ana <ana@example.com>\r\nDate: Tue, 3 Mar 2026 16:00:00 +0100\r\nMessage-ID: <1@example.com>\r\n\r\nWhere is it?";
 * const { id, at, from, text } = await parseEmail(raw);
 * [id, at, text]; // => ["1@example.com", "2026-03-03T16:00:00+01:00", "Where is it?"]
 * from; // => { email: "ana@example.com", name: "Ana" }
 */
export async function parseEmail(raw: Uint8Array | string, options: ParseEmailOptions = {}): Promise<EmailMessage> {
  checkOptions(name, shape, options);
  try {
    return await readMessage(raw, options);
  } catch (error) {
    // What the parser throws may quote the e-mail.
    throw AdapterError.isInstance(error) ? error : malformed("the bytes are no e-mail that can be read");
  }
}

async function readMessage(raw: Uint8Array | string, options: ParseEmailOptions): Promise<EmailMessage> {
  const {
    bytes: bytesAtMost = 26_214_400,
    lines = 500_000,
    textLines = 100_000,
    parts = 500,
    nesting = 50,
    headerBytes = 262_144,
  } = options.limits ?? {};
  const given: Uint8Array = typeof raw === "string" ? new TextEncoder().encode(raw) : raw;
  if (!(given instanceof Uint8Array)) throw malformed("an e-mail is bytes or a text");
  if (given.length > bytesAtMost) throw malformed(`the e-mail is larger than ${bytesAtMost} bytes`);
  refuseTooMany(given, { lines, shortLines: textLines, parts });
  const { bytes: readable, notUnderstood: oddNames } = withKnownNames(withReadableHeaders(given, headerBytes));
  const email = await PostalMime.parse(readable, {
    attachmentEncoding: "arraybuffer",
    maxNestingDepth: nesting,
    maxHeadersSize: headerBytes,
    forceRfc822Attachments: true,
  });
  const headers = byName(email);
  if (!["from", "date", "message-id", "received", "subject"].some((header) => headers.has(header)))
    throw malformed("the bytes have none of an e-mail's headers");

  const notUnderstood = new Set<string>(oddNames);
  const legible = (text: string, what: string) => {
    if (text.includes("\ufffd")) notUnderstood.add(what);
    return withoutC1Controls(text);
  };
  const senders = (headers.get("from") ?? []).flatMap(mailboxesOf);
  const from = senders[0];
  if (from === undefined || senders.length > 1) notUnderstood.add("from");
  const at = dateOf(headers, options.receivedAt, notUnderstood);
  const ownId = idsIn(email.messageId)[0];
  if (ownId === undefined) notUnderstood.add("message-id");
  const references = [...new Set([...idsIn(email.references), ...idsIn(email.inReplyTo)])];
  const thread = references[0] ?? ownId;
  const subject = plain(legible(email.subject ?? "", "subject"), 1000);
  const text = legible(bodyOf(email), "text");
  const replyTo = (headers.get("reply-to") ?? []).flatMap(mailboxesOf)[0]?.address;
  const relay = recogniseRelay(from?.address);
  const senderName = from === undefined ? "" : plain(legible(from.name, "from"), 200);

  return {
    id: ownId ?? `sha256:${await digestOf(given)}`,
    at,
    channel: relay === undefined ? "email" : "marketplace_message",
    ...(relay === undefined ? {} : { marketplace: relay.marketplace, ...referencesOfSubject(subject, relay), relay }),
    ...(thread === undefined ? {} : { thread }),
    from: { ...(from === undefined ? {} : { email: from.address }), ...(senderName === "" ? {} : { name: senderName }) },
    ...(subject === "" ? {} : { subject }),
    text,
    ...(email.html === undefined ? {} : { html: withoutC1Controls(email.html) }),
    to: [
      ...new Set(
        ["to", "cc"]
          .flatMap((header) => headers.get(header) ?? [])
          .flatMap(mailboxesOf)
          .map(({ address }) => address),
      ),
    ],
    ...(replyTo === undefined || replyTo === from?.address ? {} : { replyTo }),
    references,
    attachments: email.attachments.map((each, index) => attachmentOf(each, index, options.attachments === "with_content")),
    ...recogniseOrigin({
      headers,
      senders: senders.map(({ address }) => address),
      contentType: headers.get("content-type")?.[0] ?? "",
      relay,
      own: options.ownAddresses ?? [],
    }),
    notUnderstood: [...notUnderstood],
  };
}

function byName(email: Email): EmailHeaders {
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) {
    const held = headers.get(key);
    if (held === undefined) headers.set(key, [value]);
    else held.push(value);
  }
  return headers;
}

/** Characters that no e-mail means: read from windows-1252 by a runtime that takes it for Latin-1, or sent under a wrong name. */
function withoutC1Controls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] as string);
}

/** Without control characters, white space as single spaces, cut to a length. */
function plain(text: string, longest: number): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, "");
}

/** The addresses in a header, those that are none left out. */
function mailboxesOf(header: string): readonly Mailbox[] {
  return addressParser(header, { flatten: true })
    .filter(
      (each): each is Mailbox => typeof each.address === "string" && /^[^\s@<>\p{Cc}]{1,64}@[^\s@<>\p{Cc}]{1,255}$/u.test(each.address),
    )
    .slice(0, 200);
}

/** The message ids in a header: the first and the last hundred of very many. */
function idsIn(header: string | undefined): readonly string[] {
  const ids = [...(header ?? "").matchAll(/<([^<>\s]{1,900})>/g)].map(([, id]) => id as string);
  if (ids.length > 101) return [ids[0] as string, ...ids.slice(-100)];
  const bare = (header ?? "").trim();
  return ids.length === 0 && /^[^<>\s]{1,900}$/.test(bare) ? [bare] : ids;
}

function dateOf(headers: EmailHeaders, receivedAt: string | undefined, notUnderstood: Set<string>): string {
  const written = readEmailDate(headers.get("date")?.[0] ?? "");
  // The last server that took the e-mail in writes the topmost of these lines, its time after the last semicolon.
  const arrival = receivedAt ?? readEmailDate(headers.get("received")?.[0]?.split(";").at(-1) ?? "");
  const ahead =
    written !== undefined && arrival !== undefined && (readInstant(written) ?? 0) > (readInstant(arrival) ?? 0) + skewMilliseconds;
  if (written !== undefined && !ahead) return written;
  notUnderstood.add("date");
  if (arrival === undefined) throw malformed('the e-mail has no readable date; say when it arrived ("receivedAt")');
  return arrival;
}

/** The plain text; without one the HTML, in a form that intake takes for HTML. */
function bodyOf({ text = "", html = "" }: Email): string {
  if (text.trim() !== "" || html.trim() === "") return text.trim();
  return isHtml(html) ? html : `<html><body>${html}</body></html>`;
}

function attachmentOf(attachment: Attachment, index: number, withContent: boolean): EmailAttachment {
  const { filename, mimeType, disposition, related, content } = attachment;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  const base =
    plain(filename ?? "", 2000)
      .split(/[/\\]/)
      .at(-1)
      ?.trim()
      .slice(-200) ?? "";
  return {
    name: /^\.{0,2}$/.test(base) ? `attachment-${index + 1}` : base,
    type: /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(mimeType) ? mimeType : "application/octet-stream",
    bytes: bytes.length,
    inline: related === true || disposition === "inline",
    ...(withContent ? { content: bytes } : {}),
  };
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  return encodeHex(new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes))));
}
