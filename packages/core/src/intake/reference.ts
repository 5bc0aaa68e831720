/** What surrounds a text that references are looked for in. */
export interface ReferenceContext {
  /** Where the message came from; makes this marketplace's shapes likelier. */
  readonly marketplace?: string;
  /** Order ids that exist; found wherever they stand, however they are shaped. */
  readonly orderIds?: readonly string[];
  /** Tracking numbers that exist; found likewise. */
  readonly trackingNumbers?: readonly string[];
}

/** An order id or a tracking number in a text. */
export interface Reference {
  readonly kind: "order_id" | "tracking_number";
  /** The id in its own spelling; a tracking number in capitals, without spaces and hyphens. An order's leading # is left out. */
  readonly value: string;
  /** Whose order ids or tracking numbers look like this; several where shapes are shared. */
  readonly issuers: readonly string[];
  /** How sure, 0 to 1. */
  readonly confidence: number;
  /** Where it starts in the text, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** What a text refers to: values in order of appearance, each once. */
export interface References {
  readonly orderIds: readonly string[];
  readonly trackingNumbers: readonly string[];
  /** The same with their places and reasons to believe them. */
  readonly found: readonly Reference[];
}
