import type { AutomaticKind, EmailRelay } from "@amends/core/contracts";
import { extractReferences } from "@amends/core/intake";

/** The headers of an e-mail by lower-case name, in order. */
export type EmailHeaders = ReadonlyMap<string, readonly string[]>;

interface Relay {
  readonly marketplace: string;
  readonly domain: RegExp;
  readonly confidence: number;
  /** How the marketplace writes an item's number into a subject. */
  readonly item?: RegExp;
}

/** The domains from which marketplaces pass on what buyers write. */
const relays: readonly Relay[] = [
  { marketplace: "amazon", domain: /^marketplace\.amazon\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/, confidence: 0.98 },
  {
    marketplace: "ebay",
    domain: /^members\.ebay\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/,
    confidence: 0.98,
    item: /(?<!\d)\d{12}(?!\d)/g,
  },
  { marketplace: "walmart", domain: /^relay\.walmart\.com$/, confidence: 0.9 },
  { marketplace: "allegro", domain: /^allegromail\.pl$/, confidence: 0.9 },
  { marketplace: "rakuten", domain: /^(?:[a-z]{2}\.)?fw\.rakuten\.ne\.jp$/, confidence: 0.9 },
];

/** The marketplace whose relay an address is of. */
export function recogniseRelay(address: string | undefined): EmailRelay | undefined {
  const domain = address?.slice(address.lastIndexOf("@") + 1).toLowerCase() ?? "";
  const found = relays.find((relay) => relay.domain.test(domain));
  return found === undefined ? undefined : { marketplace: found.marketplace, confidence: found.confidence };
}

/** The order and the item that a relayed e-mail's subject names, each only where it is the only one. */
export function referencesOfSubject(subject: string, { marketplace }: EmailRelay): { readonly order?: string; readonly item?: string } {
  const orders = extractReferences(subject, { marketplace }).found.filter(
    ({ kind, issuers, confidence }) => kind === "order_id" && confidence >= 0.9 && issuers.includes(marketplace),
  );
  const pattern = relays.find((relay) => relay.marketplace === marketplace)?.item;
  const items = new Set(pattern === undefined ? [] : [...subject.matchAll(pattern)].map(([item]) => item));
  const [order, ...otherOrders] = orders;
  const [item, ...otherItems] = items;
  return {
    ...(order === undefined || otherOrders.length > 0 ? {} : { order: order.value }),
    ...(item === undefined || otherItems.length > 0 ? {} : { item }),
  };
}

/** What stands behind an e-mail: a person, or a machine and which. */
export interface EmailOrigin {
  readonly automatic?: { readonly kind: AutomaticKind; readonly because: string };
  readonly mayAutoAnswer: boolean;
}

interface OriginInput {
  readonly headers: EmailHeaders;
  /** Every address that the e-mail claims to be from. */
  readonly senders: readonly string[];
  readonly contentType: string;
  readonly relay: EmailRelay | undefined;
  /** Addresses of the host, or whole domains as "@shop.example". */
  readonly own: readonly string[];
}

const machines = /^(?:mailer-daemon|postmaster|mail-daemon)@/i;
const unattended = /^(?:no-?reply|do-?not-?reply|donotreply)[@+.-]/i;

/**
 * Whether a machine sent an e-mail. Signs are weighed from the surest: one's own address, delivery reports, answering machines (RFC
 * 3834), mailing lists (RFC 2919, 2369), bulk mail. What a marketplace relays for a buyer is a person's even where the relay marks
 * it as its own machine's; a machine still mustn't answer it unasked.
 */
export function recogniseOrigin(input: OriginInput): EmailOrigin {
  const automatic = signOf(input);
  if (automatic === undefined) return { mayAutoAnswer: !asksForSilence(input) };
  const relayed = input.relay !== undefined && ["mailing_list", "bulk", "notification"].includes(automatic.kind);
  return relayed ? { mayAutoAnswer: false } : { automatic, mayAutoAnswer: false };
}

function signOf({ headers, senders, contentType, own }: OriginInput): EmailOrigin["automatic"] {
  const first = (name: string) => headers.get(name)?.[0]?.trim().toLowerCase();
  const has = (...names: readonly string[]) => names.find((name) => first(name) !== undefined);
  const sign = (kind: AutomaticKind, because: string) => ({ kind, because });

  if (senders.some((address) => isOwn(address, own))) return sign("own", "from");
  const report = /^multipart\/report\b/i.test(contentType)
    ? /report-type\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase()
    : undefined;
  if (report === "disposition-notification") return sign("notification", "content-type");
  if (report !== undefined || /^message\/delivery-status\b/i.test(contentType)) return sign("bounce", "content-type");
  if (has("x-failed-recipients") !== undefined) return sign("bounce", "x-failed-recipients");
  if (senders.some((address) => machines.test(address))) return sign("bounce", "from");

  const submitted = first("auto-submitted")?.split(/[;\s(]/)[0];
  if (submitted === "auto-replied") return sign("auto_reply", "auto-submitted");
  const answering = has("x-autoreply", "x-autorespond", "x-auto-reply-from", "x-mail-autoreply");
  if (answering !== undefined) return sign("auto_reply", answering);
  const precedence = first("precedence");
  if (precedence === "auto_reply" || precedence === "auto-reply") return sign("auto_reply", "precedence");

  const list = has("list-id", "list-post", "mailing-list");
  if (list !== undefined) return sign("mailing_list", list);
  if (precedence === "list") return sign("mailing_list", "precedence");
  if (precedence === "bulk" || precedence === "junk") return sign("bulk", "precedence");
  if (submitted !== undefined && submitted !== "" && submitted !== "no") return sign("notification", "auto-submitted");
  // A null sender takes no answers: RFC 5321, section 4.5.5.
  if (/^<\s*>$/.test(first("return-path") ?? "")) return sign("bounce", "return-path");
  if (has("list-unsubscribe") !== undefined) return sign("bulk", "list-unsubscribe");
  return undefined;
}

/** A person may have written, but a machine's answer isn't wanted or reaches nobody. */
function asksForSilence({ headers, senders }: OriginInput): boolean {
  const suppress = headers.get("x-auto-response-suppress")?.[0]?.trim().toLowerCase();
  if (suppress !== undefined && suppress !== "" && suppress !== "none") return true;
  return headers.has("x-loop") || senders.length === 0 || senders.some((address) => unattended.test(address));
}

function isOwn(address: string, own: readonly string[]): boolean {
  const plain = address.toLowerCase();
  return own.some((each) => (each.startsWith("@") ? plain.endsWith(each.toLowerCase()) : plain === each.toLowerCase()));
}
