import type { Channel } from "./words.js";

/** What replies, follow-ups and notices all become: one message to one customer. */
export interface OutboundMessage {
  readonly kind: "reply" | "follow_up" | "notice";
  readonly channel: Channel;
  readonly language: string;
  readonly subject: string | null;
  readonly text: string;
  readonly template: string;
  readonly notBefore: string | null;
}
