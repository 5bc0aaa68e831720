/** A country, its language, and what is usual there. */
export interface Market {
  readonly country: string;
  readonly language: string;
  readonly share: number;
  readonly laneLossRate: number;
  /** How much more often than elsewhere parcels are claimed as not received. */
  readonly notReceived: number;
  /** How often there is a signature or a photo of the delivery. */
  readonly proof: number;
}

/** A kind of customers. */
export interface CustomerKind {
  readonly share: number;
  /** How often one of them claims, beside the other kinds. */
  readonly claims: number;
  /** Claims on orders before the first of the claims that are generated. */
  readonly claimRate: number;
  /** How many orders lie between two claims, at least and at most. */
  readonly ordersBetween: readonly number[];
}

/** The world that made-up claims come from. */
export interface ClaimWorld {
  readonly claims: number;
  readonly customers: number;
  /** The instant of the first claim. */
  readonly from: string;
  readonly days: number;
  /** After how many days, at least and at most, it is known whether a claim was abusive. */
  readonly outcomeDays: readonly number[];
  readonly truth: ClaimTruth;
  /** How the world changes from the first claim to the last: abuse grows by so much log-odds, claims above the order by such a factor. */
  readonly drift: { readonly intercept: number; readonly boldness: number };
  readonly customer: {
    readonly linked: number;
    readonly manyAccounts: number;
    readonly ordersBefore: number;
    readonly kinds: readonly CustomerKind[];
  };
  readonly claim: {
    readonly issues: Readonly<Record<string, number>>;
    readonly aboveOrder: number;
    readonly threat: number;
    readonly photoMissing: number;
    readonly peersKnown: number;
  };
  readonly markets: readonly Market[];
}

/** What abuse depends on, in log-odds. */
export interface ClaimTruth {
  /** Of a claim that no rule speaks of, at the beginning. */
  readonly intercept: number;
  /** Of each rule that counts, as policy/rule. */
  readonly rules: Readonly<Record<string, number>>;
}
