/** A word out of a closed list; the first are the most frequent, by Zipf's law with the exponent `skew`. */
export interface WordFact {
  readonly kind: "word";
  readonly name: string;
  readonly words: readonly string[];
  readonly skew: number;
  /** How likely a rule is to ask for it, beside the other words. */
  readonly asked: number;
  readonly optional?: true;
}

/** A number between two bounds in steps; small ones are the more frequent, the larger `bend` is. */
export interface NumberFact {
  readonly kind: "number";
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly bend: number;
  readonly optional?: true;
}

export interface FlagFact {
  readonly kind: "flag";
  readonly name: string;
  readonly likelihood: number;
}

/** What a ticket carries and no rule asks for. */
export interface TextFact {
  readonly kind: "text";
  readonly name: string;
  readonly words: readonly [least: number, most: number];
}

const list = (words: string) => words.split(" ");

export const wordFacts: readonly WordFact[] = [
  {
    kind: "word",
    name: "issueType",
    words: list(
      "logistics_delay logistics_not_received product_defect wrong_item refund_request missing_parts order_change cancellation address_change " +
        "customs_duty payment_failure return_request size_mismatch not_as_described damaged_in_transit warranty invoice_request " +
        "counterfeit_claim discount_dispute account_access other",
    ),
    skew: 0.8,
    asked: 8,
  },
  {
    kind: "word",
    name: "country",
    words: list("US DE GB FR JP CA AU IT ES NL BR MX PL SE KR SA AE BE AT CH DK NO FI IE PT CZ SG MY TH NZ"),
    skew: 0.9,
    asked: 5,
  },
  { kind: "word", name: "channel", words: list("email marketplace chat social_media phone web_form app review"), skew: 0.8, asked: 3 },
  {
    kind: "word",
    name: "marketplace",
    words: list("amazon own_shop aliexpress ebay shopee temu lazada walmart tiktok mercado_libre etsy rakuten"),
    skew: 0.8,
    asked: 2,
  },
  {
    kind: "word",
    name: "carrier",
    words: list("cainiao yanwen dhl ups fedex usps 4px sf_express royal_mail la_poste yunexpress gls dpd correos"),
    skew: 0.7,
    asked: 2,
    optional: true,
  },
  {
    kind: "word",
    name: "productCategory",
    words: list(
      "apparel electronics home toys beauty sports shoes bags jewellery garden tools pets books office automotive baby kitchen lighting furniture music",
    ),
    skew: 0.7,
    asked: 2,
  },
  { kind: "word", name: "language", words: list("en de fr ja es it nl pt pl sv ko ar th cs fi da no zh"), skew: 0.9, asked: 1 },
  { kind: "word", name: "customerTier", words: list("standard silver gold vip"), skew: 1, asked: 1 },
  {
    kind: "word",
    name: "paymentMethod",
    words: list("card paypal wallet invoice bank_transfer cash_on_delivery instalments"),
    skew: 0.9,
    asked: 1,
  },
  { kind: "word", name: "sentiment", words: list("neutral negative positive angry sad"), skew: 0.6, asked: 1 },
];

export const numberFacts: readonly NumberFact[] = [
  { kind: "number", name: "orderTotal", least: 3, most: 900, step: 0.01, bend: 3 },
  { kind: "number", name: "itemCount", least: 1, most: 12, step: 1, bend: 3 },
  { kind: "number", name: "daysSinceOrder", least: 0, most: 120, step: 1, bend: 1.5 },
  { kind: "number", name: "daysInTransit", least: 0, most: 90, step: 1, bend: 1.5, optional: true },
  { kind: "number", name: "transitRatio", least: 0, most: 4, step: 0.01, bend: 1.2, optional: true },
  { kind: "number", name: "previousTickets", least: 0, most: 30, step: 1, bend: 4 },
  { kind: "number", name: "refundRatio", least: 0, most: 1, step: 0.001, bend: 4 },
  { kind: "number", name: "riskScore", least: 0, most: 100, step: 1, bend: 1 },
  { kind: "number", name: "confidence", least: 0, most: 1, step: 0.01, bend: 0.5 },
  { kind: "number", name: "hoursWaiting", least: 0, most: 240, step: 0.5, bend: 2 },
];

export const flagFacts: readonly FlagFact[] = [
  { kind: "flag", name: "repeatContact", likelihood: 0.25 },
  { kind: "flag", name: "hasPhotos", likelihood: 0.3 },
  { kind: "flag", name: "threatensReview", likelihood: 0.08 },
  { kind: "flag", name: "trackingStalled", likelihood: 0.15 },
];

export const textFacts: readonly TextFact[] = [
  { kind: "text", name: "orderId", words: [1, 1] },
  { kind: "text", name: "message", words: [12, 45] },
];

/** The facts a ticket may lack: what is known of a parcel only once it is on its way. */
export const optionalFacts: ReadonlySet<string> = new Set(
  [...wordFacts, ...numberFacts].filter(({ optional }) => optional === true).map(({ name }) => name),
);
