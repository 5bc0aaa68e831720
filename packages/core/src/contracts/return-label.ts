import type { Money } from "../model/money.js";

/** One parcel that goes back. */
export interface ReturnLabelRequest {
  /** The number of the return authorisation (RMA), printed on the label. Asked twice with one number, a provider gives the same label. */
  readonly returnNumber: string;
  readonly fromCountry: string;
  /** The return point that receives it. */
  readonly returnPoint: string;
  readonly items: readonly { readonly sku: string; readonly quantity: number; readonly weightGrams?: number; readonly value?: Money }[];
  /** Who is charged for the way. */
  readonly paidBy: "buyer" | "seller";
}

/** A label for the way back. */
export interface ReturnLabel {
  readonly returnNumber: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Where the buyer gets it; absent where the carrier shows a code alone. */
  readonly url?: string;
  /** What the buyer shows at the counter, such as the content of a QR code. */
  readonly code?: string;
  readonly cost: Money;
  /** The last instant at which the carrier takes it, ISO 8601; absent where it doesn't expire. */
  readonly validUntil?: string;
}

/** Makes labels for the way back. */
export interface ReturnLabelProvider {
  readonly specVersion: "1";
  readonly name: string;
  createLabel(request: ReturnLabelRequest, options?: { signal?: AbortSignal }): Promise<ReturnLabel>;
  /** Takes back a label that nobody used. False where it was used or isn't known any more. */
  cancelLabel?(returnNumber: string, options?: { signal?: AbortSignal }): Promise<boolean>;
}
