import type { FactOf, RefundFacts } from "./refund-pack.js";
import type { RefundRequest } from "./refund-plan.js";

/** What the law says of how money goes back. */
export interface MeansOfPayment {
  /** The fact; null where none is known to apply. */
  readonly fact: string | null;
  readonly because: string;
  readonly source: string | null;
  /** Whether the money may go another way than it came without the buyer's consent; null where it can't be told. */
  readonly consentNeeded: boolean | null;
  /** Where the money goes instead of back to its source; null where it goes back. */
  readonly refundTo: string | null;
}

/** A wish of the request that gave way. */
export interface LostWish {
  readonly wish: "refundTo" | "differenceBorneBy" | "returnOrder";
  readonly value: string;
  /** The fact it gave way to; null where what would decide isn't known. */
  readonly fact: string | null;
  readonly because: string;
}

interface MeansDecision {
  readonly means: MeansOfPayment;
  readonly rule: FactOf<"means"> | undefined;
  readonly lost: readonly LostWish[];
  readonly missing: readonly string[];
}

/** Whether the money may go where somebody would like it to: not against the law, and not without consent where the law isn't known. */
export function meansOfPayment(request: RefundRequest, facts: RefundFacts): MeansDecision {
  const { destination, refundTo, buyerAgreed } = request;
  if (request.goodwill === true) {
    const because = "It is a kindness that no law obliges to.";
    return {
      means: { fact: null, because, source: null, consentNeeded: false, refundTo: refundTo ?? null },
      rule: undefined,
      lost: [],
      missing: [],
    };
  }
  const country = destination ?? undefined;
  const rule = country === undefined ? undefined : facts.means?.find(({ value }) => value.countries.includes(country));
  const known = country !== undefined && facts.means !== undefined;
  const consentNeeded = rule !== undefined ? true : known ? false : null;
  const wish = refundTo ?? null;
  const honoured = wish !== null && (buyerAgreed === true || consentNeeded === false);
  const said = rule?.value.because ?? (known ? `No fact on how refunds are paid in ${country} applies.` : "Which law applies isn't known.");
  const unknown = [...(country === undefined ? ["order.shipTo"] : []), ...(facts.means === undefined ? ["order.placedAt"] : [])];
  const asked = wish !== null && !honoured;
  return {
    means: {
      fact: rule?.id ?? null,
      because: said,
      source: rule?.source ?? null,
      consentNeeded,
      refundTo: honoured ? wish : null,
    },
    rule,
    lost: asked ? [{ wish: "refundTo", value: wish, fact: rule?.id ?? null, because: said }] : [],
    missing: [
      // Without a wish the money goes back the way it came, which every law allows; then only rates could make the law matter.
      ...(wish !== null && buyerAgreed !== true && consentNeeded === null ? unknown : []),
      ...(asked && rule !== undefined && (buyerAgreed === undefined || buyerAgreed === null) ? ["buyerAgreed"] : []),
    ],
  };
}
