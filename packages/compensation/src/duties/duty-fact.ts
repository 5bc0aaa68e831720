import { moneyFindings, roundingModes } from "@amends/core/money";
import { importChannels } from "@amends/core/model";
import { packReader, type DatedFact, type PackReader } from "@amends/core/packs";
import * as z from "zod";

const moneySchema = z
  .strictObject({ amount: z.string(), currency: z.string() })
  .refine((money) => moneyFindings(money).length === 0, { error: 'must be money, such as { "amount": "150.00", "currency": "EUR" }' });

const country = z.string().regex(/^[A-Z]{2}$/, { error: "must be ISO 3166-1 alpha-2, such as DE" });
const countries = z.array(country).min(1);
/** Countries, or the names of regions of the pack. */
const places = z.array(z.string().regex(/^[A-Z]{2,}$/)).min(1);
const share = z.string().regex(/^(0(\.\d{1,8})?|[1-9]\d?(\.\d{1,8})?)$/, { error: 'must be a decimal such as "0.19"' });

const taxBases = ["goods", "cif", "goods_and_duty", "cif_and_duty"] as const;

const whenSchema = z.strictObject({
  channel: z.enum(importChannels).optional(),
  dispatchedFrom: countries.optional(),
  notDispatchedFrom: countries.optional(),
  /** Whether any of the goods was made there; `notOrigins`: none. */
  origins: countries.optional(),
  notOrigins: countries.optional(),
  scheme: z.string().min(1).optional(),
  notScheme: z.string().min(1).optional(),
  /** `goods` is the intrinsic value, `cif` that with freight and insurance. Up to is inclusive. */
  value: z.strictObject({ upTo: moneySchema.optional(), above: moneySchema.optional(), of: z.enum(["goods", "cif"]) }).optional(),
});

const simpleTreatments = [
  z.strictObject({ is: z.literal("free") }),
  /** It was paid with the order. */
  z.strictObject({ is: z.literal("at_sale") }),
  /** For each tariff heading among the goods, told apart by so many digits. */
  z.strictObject({ is: z.literal("flat"), perTariffHeading: moneySchema, digits: z.number().int().min(2).max(10) }),
  z.strictObject({ is: z.literal("share"), rate: share, of: z.enum(["goods", "cif"]), less: moneySchema.optional() }),
  /** The rate of the tariff heading and origin, which a host's pack has. */
  z.strictObject({ is: z.literal("tariff"), of: z.enum(["goods", "cif"]) }),
  /** The tax rate of the country. */
  z.strictObject({ is: z.literal("tax"), of: z.enum(taxBases) }),
  z.strictObject({ is: z.literal("unknown"), missing: z.array(z.string().min(1)).min(1) }),
] as const;

const treatmentSchema = z.discriminatedUnion("is", [
  ...simpleTreatments,
  /** Nobody knows which of several. */
  z.strictObject({ is: z.literal("either"), of: z.array(z.discriminatedUnion("is", simpleTreatments)).min(2) }),
]);

const chargeSchema = z.strictObject({
  kind: z.literal("charge"),
  charge: z.enum(["import_duty", "import_tax"]),
  name: z.string().min(1),
  countries: places,
  because: z.string().min(1),
  /** Each applies to other goods than the rest. */
  cases: z
    .array(
      z.strictObject({
        because: z.string().min(1).optional(),
        when: whenSchema.optional(),
        pays: treatmentSchema,
        /** Who owes it whatever the terms of the sale say. */
        owedBy: z.enum(["buyer", "seller"]).optional(),
      }),
    )
    .min(1),
});

const taxRateSchema = z
  .strictObject({
    kind: z.literal("tax_rate"),
    country,
    name: z.string().min(1),
    rate: share,
    /** The highest it can be, where it isn't the same everywhere in the country. */
    upTo: share.optional(),
    /** Whether the tax is part of what it is computed on. */
    insidePrice: z.boolean().optional(),
  })
  .refine(({ rate, upTo = rate, insidePrice = false }) => !insidePrice || (Number(rate) < 1 && Number(upTo) < 1), {
    error: "a tax that is part of the price must be less than the price: a rate below 1",
    path: ["rate"],
  });

const termsSchema = z.strictObject({
  kind: z.literal("terms"),
  /** How old the rates may be at the import. */
  maximumRateAgeDays: z.number().int().nonnegative(),
  rounding: z.enum(roundingModes),
});

const regionSchema = z.strictObject({ kind: z.literal("region"), name: z.string().min(2), countries });

/** What one tariff heading pays in a country; the rates add up. */
const tariffSchema = z.strictObject({
  kind: z.literal("tariff"),
  countries: places,
  hsCode: z.string().regex(/^\d{2,10}$/, { error: "must be 2 to 10 digits" }),
  origins: countries.optional(),
  rates: z.array(z.strictObject({ name: z.string().min(1), rate: share })).min(1),
});

/** In which currency a country charges. */
const currencySchema = z.strictObject({ kind: z.literal("currency"), country, currency: z.string().regex(/^[A-Z]{3}$/) });

const importSchema = z.discriminatedUnion("kind", [chargeSchema, taxRateSchema, termsSchema, regionSchema, currencySchema]);

export type Treatment = z.output<typeof treatmentSchema>;
export type ChargeCase = z.output<typeof chargeSchema>["cases"][number];
export type ChargeCondition = z.output<typeof whenSchema>;
export type TaxBase = (typeof taxBases)[number];
export type ChargeFact = DatedFact<z.output<typeof chargeSchema>>;
export type TaxRateFact = DatedFact<z.output<typeof taxRateSchema>>;
export type TermsFact = DatedFact<z.output<typeof termsSchema>>;
export type TariffFact = DatedFact<z.output<typeof tariffSchema>>;
export type ImportFactValue = z.output<typeof importSchema>;
export type TariffValue = z.output<typeof tariffSchema>;

/** Reads what countries charge at import. */
export const importPackReader: PackReader<ImportFactValue> = packReader(importSchema);

/** Reads a host's rates of duty. */
export const tariffPackReader: PackReader<TariffValue> = packReader(tariffSchema);
