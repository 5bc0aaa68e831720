import type { InboundMessage } from "../contracts/marketplace.js";
import type { Finding } from "../errors/finding.js";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { quoted } from "../errors/quoted.js";
import type { Channel } from "../model/words.js";
import { readInstant } from "../time/parse-instant.js";
import { channelOf } from "./channel-of.js";
import { cleanText } from "./clean-text.js";
import { htmlToText, isHtml } from "./html-to-text.js";
import { stripQuotedText } from "./strip-quoted-text.js";
import type { ThreadMessage } from "./thread-message.js";

/** A message as a case keeps it, beside what was taken off and what the channel said of it. */
export type NormalisedMessage = ThreadMessage & {
  readonly id: string;
  readonly at: string;
  readonly from: "customer";
  readonly channel: Channel;
  readonly text: string;
  readonly subject: string;
  /** Quoted mail and what relays added. */
  readonly quoted: string;
  readonly signature: string;
  readonly sender: InboundMessage["from"];
  readonly marketplace?: string;
  readonly order?: string;
  readonly item?: string;
};

const missing = (path: string, expected: string): Finding => ({
  code: "message_value_missing",
  message: `${path} is missing`,
  path,
  expected,
});

function findingsOf(message: InboundMessage): Finding[] {
  const optional = ["marketplace", "thread", "subject", "order", "item"] as const;
  const sender: unknown = message.from;
  return [
    ...(typeof message.id === "string" && message.id !== ""
      ? []
      : [missing("id", "the message's id at its channel, a text that isn't empty")]),
    ...(readInstant(message.at) === undefined
      ? [
          {
            code: "invalid_instant",
            message: `${quoted(message.at)} is not an instant`,
            path: "at",
            expected: 'a real date and time in ISO 8601 with an offset, such as "2026-03-03T17:00:00Z"',
          },
        ]
      : []),
    ...(typeof message.text === "string" ? [] : [missing("text", "a text, which may be empty")]),
    ...(typeof sender === "object" && sender !== null ? [] : [missing("from", 'an object such as { customer: "U-77" }')]),
    ...(["customer", "name", "email"] as const).flatMap((key) =>
      notText((sender as Record<string, unknown> | null | undefined)?.[key], `from.${key}`),
    ),
    ...optional.flatMap((key) => notText(message[key], key)),
  ];
}

const notText = (value: unknown, path: string): Finding[] =>
  value === undefined || value === null || typeof value === "string"
    ? []
    : [{ code: "message_value_invalid", message: `${path} is not a text`, path, expected: "a text, or nothing" }];

/** The entries that say something. */
const told = <Key extends string>(values: { readonly [K in Key]: string | null | undefined }): { [K in Key]?: string } =>
  Object.fromEntries(
    Object.entries<string | null | undefined>(values).flatMap(([key, value]) => {
      const clean = cleanText(value ?? "").trim();
      return clean === "" ? [] : [[key, clean]];
    }),
  ) as { [K in Key]?: string };

/**
 * A message as a case keeps it: the channel as a word of the model, HTML as text, quoted mail, signature and what relays add taken
 * off, in NFC and without control characters. Only HTML that is plainly HTML is converted.
 *
 * @throws {InvalidCaseError} with everything wrong at once: a missing id, an instant without offset, an unknown channel.
 * @example
 * import { normaliseMessage } from "@amends/core/intake";
 * const message = normaliseMessage({ id: "m-1", at: "2026-03-03T15:00:00Z", channel: "e-mail", from: {}, text: "<p>Wo ist es?</p>" });
 * message.channel; // => "email"
 * message.text; // => "Wo ist es?"
 */
export function normaliseMessage(message: InboundMessage): NormalisedMessage {
  if (typeof message !== "object" || message === null)
    throw new InvalidCaseError([missing("message", "an inbound message")], "The message can't be read:");
  const channel = channelOf(message.channel, "channel");
  const findings = [...findingsOf(message), ...(typeof channel === "string" ? [] : [channel])];
  if (findings.length > 0 || typeof channel !== "string") throw new InvalidCaseError(findings, "The message can't be read:");
  const written = cleanText(message.text);
  const { text, quoted: quotedText, signature } = stripQuotedText(isHtml(written) ? cleanText(htmlToText(written)) : written);
  return {
    id: message.id,
    at: message.at,
    from: "customer",
    channel,
    text,
    subject: cleanText(message.subject ?? "")
      .replace(/\s+/g, " ")
      .trim(),
    quoted: quotedText,
    signature,
    sender: told({ customer: message.from.customer, name: message.from.name, email: message.from.email }),
    ...told({ marketplace: message.marketplace, thread: message.thread, order: message.order, item: message.item }),
  };
}
