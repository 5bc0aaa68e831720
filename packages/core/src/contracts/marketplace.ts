import type { Money } from "../model/money.js";
import type { CaseInput } from "../model/case-file.js";

/** What a marketplace adapter can do beyond webhooks; none of it is mandatory. */
export interface MarketplaceCapabilities {
  readonly listMessages?: (since: string, options?: { signal?: AbortSignal }) => Promise<readonly InboundMessage[]>;
  readonly reply?: (to: { thread: string }, text: string, options?: { signal?: AbortSignal }) => Promise<{ id: string }>;
  readonly order?: (id: string, options?: { signal?: AbortSignal }) => Promise<CaseInput["order"]>;
  readonly refund?: (
    order: string,
    amount: Money,
    options: { key: string; signal?: AbortSignal },
  ) => Promise<{ status: "submitted"; ref: string }>;
}

/** A marketplace or social network. */
export interface MarketplaceAdapter {
  readonly specVersion: "1";
  readonly name: string;
  readonly capabilities: MarketplaceCapabilities;
}

/** A message as it arrived, before intake. */
export interface InboundMessage {
  readonly id: string;
  readonly at: string;
  readonly channel: string;
  readonly marketplace?: string;
  readonly thread?: string;
  readonly from: { readonly customer?: string; readonly name?: string; readonly email?: string };
  readonly subject?: string;
  readonly text: string;
  readonly order?: string;
  readonly item?: string;
}
