import { AmendsError } from "../errors/base-error.js";
import { quotable } from "../errors/quoted.js";
import type { TicketStatus } from "../model/words.js";

/** Thrown when an event can't happen to a ticket in its status. Lists the events that can. */
export class IllegalMoveError extends AmendsError {
  static override readonly kind: string = "IllegalMoveError";
  readonly status: string;
  readonly event: string;
  readonly legal: readonly { readonly event: string; readonly to: TicketStatus }[];

  constructor(options: {
    status: string;
    event: string;
    legal: readonly { readonly event: string; readonly to: TicketStatus }[];
    fix?: string;
  }) {
    const expected =
      options.legal.length === 0 ? "a known status" : `one of ${options.legal.map(({ event, to }) => `${event} (to ${to})`).join(", ")}`;
    const message = `"${quotable(options.event)}" can't happen to a ticket that is ${quotable(options.status)}`;
    super({
      code: "illegal_move",
      message: `${message}; expected ${expected}${options.fix === undefined ? "" : `; ${options.fix}`}`,
      findings: [
        { code: "illegal_move", message, path: "ticket.status", expected, ...(options.fix === undefined ? {} : { fix: options.fix }) },
      ],
    });
    this.status = options.status;
    this.event = options.event;
    this.legal = options.legal;
  }
}
