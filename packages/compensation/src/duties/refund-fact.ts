import { moneyFindings } from "@amends/core/money";
import { factsInForce, overridePack, packReader, type DatedFact } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import * as z from "zod";
import standard from "../../packs/duty/refund.pack.json" with { type: "json" };
import { amountsOfTime } from "../deadlines/amounts-of-time.js";
import { readHostPack } from "../packs/read-host-pack.js";

/** What can happen to goods that were imported, so that duty and tax come back. */
export const dutyRefundEvents = ["returned", "returned_faulty", "refused", "destroyed", "never_delivered", "overcharged"] as const;

export type DutyRefundEvent = (typeof dutyRefundEvents)[number];

const periodSchema = z.union([
  z.strictObject({ days: amountsOfTime.days }),
  z.strictObject({ months: amountsOfTime.months }),
  z.strictObject({ years: amountsOfTime.years }),
]);
const moneySchema = z
  .strictObject({ amount: z.string(), currency: z.string() })
  .refine((money) => moneyFindings(money).length === 0, { error: 'must be money, such as { "amount": "2.00", "currency": "CAD" }' });

const refundSchema = z.strictObject({
  kind: z.literal("refund"),
  /** ISO 3166-1 alpha-2, or the name of a region of the pack. */
  countries: z.array(z.string().regex(/^[A-Z]{2,}$/)).min(1),
  because: z.string().min(1),
  events: z.array(z.enum(dutyRefundEvents)).min(1),
  covers: z.array(z.enum(["import_duty", "import_tax"])).min(1),
  /** Who pays it back. */
  from: z.string().min(1),
  /** Who can ask: whoever the goods were declared for, whoever paid, or the buyer in any case. */
  claimant: z.enum(["importer", "payer", "buyer"]),
  share: z.string().regex(/^(1|0\.\d{1,8})$/, { error: 'must be a decimal of at most 1, such as "0.99"' }),
  documents: z.array(z.string().min(1)),
  /** What else must hold, in words. */
  conditions: z.array(z.string().min(1)),
  /** Null: the fact has none. */
  deadline: z.strictObject({ counts: z.literal("import"), within: periodSchema }).nullable(),
  minimum: moneySchema.optional(),
  when: z.strictObject({ scheme: z.string().min(1) }).optional(),
});

const regionSchema = z.strictObject({
  kind: z.literal("region"),
  name: z.string().min(2),
  countries: z.array(z.string().length(2)).min(1),
});

const valueSchema = z.discriminatedUnion("kind", [refundSchema, regionSchema]);
export const dutyRefundPackReader = packReader(valueSchema);

export type DutyRefundFact = DatedFact<z.output<typeof refundSchema>>;

/** The facts about a country; a host's pack "duty/refund" goes before the standard one, by id. Undefined where no fact is about it. */
export function dutyRefundFacts(
  country: string,
  at: Instant | undefined,
  { packs, zones }: Pick<Context, "packs" | "zones">,
): readonly DutyRefundFact[] | undefined {
  const pack = overridePack(dutyRefundPackReader.read(standard), readHostPack(dutyRefundPackReader, packs["duty/refund"], zones));
  const always = pack.facts.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom === undefined && effectiveTo === undefined);
  const held = at === undefined ? always : factsInForce(pack, at, zones);
  const places = new Set([country]);
  for (const { value } of held) if (value.kind === "region" && value.countries.includes(country)) places.add(value.name);
  const isRefund = (fact: DatedFact<z.output<typeof valueSchema>>): fact is DutyRefundFact => fact.value.kind === "refund";
  const about = held.filter(isRefund).filter(({ value }) => value.countries.some((name) => places.has(name)));
  return about.length === 0
    ? undefined
    : about.map((fact) => (fact.zone === undefined && pack.zone !== undefined ? { ...fact, zone: pack.zone } : fact));
}
