import { factsInForce, overridePack, packReader, type DatedFact, type FactPack, type PackReader } from "@amends/core/packs";
import { roundingModes } from "@amends/core/money";
import type { Context } from "@amends/core/stage";
import * as z from "zod";
import arrival from "../../packs/refund/arrival.pack.json" with { type: "json" };
import terms from "../../packs/refund/terms.pack.json" with { type: "json" };
import { amountsOfTime } from "../deadlines/amounts-of-time.js";
import { readHostPack } from "../packs/read-host-pack.js";

const days = z.number().int().min(0).max(366);
const range = z.tuple([days, days]).refine(([least, most]) => least <= most, { error: "must not end before it begins" });
const countries = z.array(z.string().regex(/^[A-Z]{2}$/)).min(1);
const word = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, { error: "must be lower-case words joined by _" });
const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const methodSchema = z.strictObject({
  kind: z.literal("method"),
  method: word,
  aliases: z.array(word).min(1),
  /** Null: nobody knows how long it takes. */
  arrival: z.union([z.strictObject({ businessDays: range }), z.strictObject({ days: range })]).nullable(),
  toSource: z.boolean(),
  /** For how many days after the payment it can go back to its source. */
  refundableDays: amountsOfTime.days.optional(),
  delay: z.strictObject({ explanation: word, says: z.string().min(1), reference: word.optional() }).optional(),
  /** What the plan says of it beside the dates. */
  remark: z.string().min(1).optional(),
});

const weekendSchema = z.strictObject({
  kind: z.literal("weekend"),
  countries,
  days: z.array(z.enum(weekdayNames)).max(6),
});

const orderSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("sequence"), methods: z.array(word) }),
  z.strictObject({ by: z.literal("proportion") }),
]);

const termsSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rates"),
    maximumAgeDays: z.number().int().min(0),
    differenceBorneBy: z.enum(["seller", "customer"]),
    rounding: z.enum(roundingModes),
  }),
  z.strictObject({ kind: z.literal("order"), because: z.string().min(1), order: orderSchema }),
  z.strictObject({
    kind: z.literal("means"),
    because: z.string().min(1),
    countries,
    /** The order that it wants of several payments, where it wants one. */
    order: orderSchema.optional(),
    /** Whether the buyer gets back no less than was paid, whatever rates did. */
    noLessThanPaid: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("notice"),
    stage: z.enum(["approved", "sent", "arrives", "trace"]),
    template: word,
    /** What the template is filled with. */
    tells: z.array(z.enum(["amount", "method", "from", "to", "reference", "explanation"])).min(1),
  }),
]);

export const arrivalReader = packReader(z.discriminatedUnion("kind", [methodSchema, weekendSchema]));
export const termsReader = packReader(termsSchema);

type ArrivalValue = z.output<typeof methodSchema> | z.output<typeof weekendSchema>;
type TermsValue = z.output<typeof termsSchema>;
/** What is known of refunds by one payment method. */
export type RefundMethod = z.output<typeof methodSchema>;
/** Facts of one kind. */
export type FactOf<Kind extends (ArrivalValue | TermsValue)["kind"]> = DatedFact<Extract<ArrivalValue | TermsValue, { kind: Kind }>>;

/** The facts that a refund goes by. */
export interface RefundFacts {
  readonly methods: readonly FactOf<"method">[];
  readonly weekends: readonly FactOf<"weekend">[];
  readonly rates: FactOf<"rates"> | undefined;
  readonly order: FactOf<"order"> | undefined;
  readonly notices: readonly FactOf<"notice">[];
  /** Those of the law at the date of the order; undefined where a date that nobody gave would have to tell. */
  readonly means: readonly FactOf<"means">[] | undefined;
}

/**
 * The facts in force: of methods and terms today, of the law at the order. A host's packs `refundMethods` and `refundTerms` go
 * before the standard ones, by id.
 */
export function refundFacts({ packs, now, zones }: Context, orderedAt: number | undefined): RefundFacts {
  const ways = factsInForce(packOf(arrivalReader, arrival, packs["refundMethods"], zones), now, zones);
  const rules = packOf(termsReader, terms, packs["refundTerms"], zones);
  const current = factsInForce(rules, now, zones);
  return {
    methods: ofKind(ways, "method"),
    weekends: ofKind(ways, "weekend"),
    rates: ofKind(current, "rates")[0],
    order: ofKind(current, "order")[0],
    notices: ofKind(current, "notice"),
    means: orderedAt === undefined ? undefined : ofKind(factsInForce(rules, orderedAt, zones), "means"),
  };
}

function packOf<Value>(reader: PackReader<Value>, standard: unknown, host: unknown, zones: Context["zones"]): FactPack<Value> {
  return overridePack(reader.read(standard), readHostPack(reader, host, zones));
}

function ofKind<Value extends { kind: string }, Kind extends Value["kind"]>(
  facts: readonly DatedFact<Value>[],
  kind: Kind,
): DatedFact<Extract<Value, { kind: Kind }>>[] {
  return facts.filter((fact): fact is DatedFact<Extract<Value, { kind: Kind }>> => fact.value.kind === kind);
}
