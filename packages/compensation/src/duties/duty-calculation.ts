import type { Money, RoundingMode } from "@amends/core/money";
import type { DatedFact } from "@amends/core/packs";
import type { Instant } from "@amends/core/time";

/** A fact that an answer goes by. */
export interface DutyGround {
  readonly fact: string;
  readonly because: string;
  readonly source: string;
  readonly confidence: DatedFact<unknown>["confidence"];
  readonly verifiedAt: string;
}

/** How much something is: an amount, else a range, else neither where too much is missing. */
export interface DutyAmount {
  readonly amount: Money | null;
  readonly range: { readonly min: Money; readonly max: Money } | null;
}

/** What one tariff heading pays. */
export interface DutyPart {
  readonly sku: string | null;
  readonly hsCode: string | null;
  readonly base: Money | null;
  /** The rates that add up. */
  readonly rates: readonly { readonly name: string; readonly rate: string }[];
  readonly amount: Money | null;
  readonly by: DutyGround | null;
}

/** One thing that is charged. */
export interface DutyLine extends DutyAmount {
  readonly charge: "import_duty" | "import_tax" | "handling";
  readonly name: string;
  /** What the rate was applied to, and the rate as a decimal; null where the charge has none, or several. */
  readonly base: Money | null;
  readonly rate: string | null;
  readonly rounding: RoundingMode;
  /** Whether it was paid with the order, so that nothing is due at import. */
  readonly paidAtSale: boolean;
  /** Who owes it; null where the case doesn't say by whose terms. */
  readonly owedBy: "buyer" | "seller" | null;
  /** By which facts; several where nobody knows which of them applies. */
  readonly by: readonly DutyGround[];
  readonly parts: readonly DutyPart[];
  readonly missing: readonly string[];
}

/** Whether the buyer owes what was asked for on delivery. */
export interface BuyerDemand {
  readonly demanded: Money;
  readonly verdict: "pay" | "pay_less" | "dont_pay" | "unknown";
  /** What the buyer owes; null where nobody knows. */
  readonly owed: Money | null;
  /** What was asked for beyond that. */
  readonly excess: Money | null;
  readonly because: string;
}

/** What an import costs, and what nobody knows of it. */
export interface DutyCalculation {
  readonly country: string | null;
  readonly currency: string | null;
  /** The date that told the facts: that of the import, else the earliest it can have been; null where it is missing. */
  readonly at: string | null;
  /** The values that were charged on, in that currency. */
  readonly values: { readonly goods: Money | null; readonly cif: Money | null; readonly ratesOf: string | null };
  readonly lines: readonly DutyLine[];
  readonly duty: DutyAmount;
  readonly tax: DutyAmount;
  readonly handling: DutyAmount;
  /** Duty and tax. */
  readonly customs: DutyAmount;
  /** With handling. */
  readonly total: DutyAmount & { readonly atLeast: Money | null };
  /** That of the least sure fact; null where there is none. */
  readonly confidence: DutyGround["confidence"] | null;
  /** Where the case says what the buyer was asked to pay. */
  readonly demand: BuyerDemand | null;
  readonly missing: readonly string[];
}

/** What charges are computed with. */
export interface ChargeSettings {
  readonly country: string;
  readonly currency: string;
  readonly rounding: RoundingMode;
  readonly at: Instant | undefined;
}

/** How a fact is quoted. */
export function groundOf({ id, source, confidence, verifiedAt }: DatedFact<unknown>, because: string): DutyGround {
  return { fact: id, because, source, confidence, verifiedAt };
}
