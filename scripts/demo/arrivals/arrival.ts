import type { InboundMessage } from "@amends/core/contracts";
import type { CaseFile, Customer, Order } from "@amends/core/model";
import type { ReceivedEmail } from "./read-email.js";

interface Described {
  readonly id: string;
  /** What a reader of the demo should know beforehand, in English. */
  readonly title: string;
  /** The language its writer wrote in; null where nobody wrote. */
  readonly writtenIn: string | null;
  /** When it arrived. */
  readonly at: string;
}

/** What the shop has on record about the sender of a message. */
export interface OnRecord {
  readonly customer: Customer | null;
  readonly orders: readonly Order[];
  readonly known: Partial<CaseFile>;
}

/** A raw e-mail. */
export interface EmailArrival extends Described, OnRecord {
  readonly as: "email";
  readonly raw: string;
  readonly received: ReceivedEmail;
}

/** A message that a marketplace or a social network handed over. */
export interface MessageArrival extends Described, OnRecord {
  readonly as: "message";
  readonly message: InboundMessage;
}

/** A whole case: a chat thread, a web form, a phone note, or an event without a message. */
export interface CaseArrival extends Described {
  readonly as: "case";
  readonly caseFile: CaseFile;
}

/** One thing that reaches the desk during the day. */
export type Arrival = EmailArrival | MessageArrival | CaseArrival;
