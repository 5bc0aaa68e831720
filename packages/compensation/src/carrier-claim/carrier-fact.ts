import { carrierClaimReasons, documentKinds, transportModes } from "@amends/core/model";
import { moneyFindings } from "@amends/core/money";
import { packReader, type DatedFact, type PackReader } from "@amends/core/packs";
import * as z from "zod";
import { deadlineStarts, spanSchema } from "../deadlines/span.js";
import { laneScopeSchema } from "./lane-scope.js";

const money = z
  .strictObject({ amount: z.string(), currency: z.string() })
  .refine((value) => moneyFindings(value).length === 0, { error: "is not an amount of money" });

/** Lower-case words joined by _, as a case's carrier or service reads once its case, spaces and signs are levelled. */
const name = z.string().regex(/^[a-z0-9_]+$/, { error: "must be lower-case words joined by _" });

const scope = {
  because: z.string().min(1).optional(),
  /** Names of the carrier; any without it. */
  carriers: z.array(name).min(1).optional(),
  services: z.array(name).min(1).optional(),
  lane: laneScopeSchema.optional(),
  /** A convention's: of parcels that travel this way across a border. */
  modes: z.array(z.enum(transportModes)).min(1).optional(),
  reasons: z.array(z.enum(carrierClaimReasons)).min(1).optional(),
};

const periodSchema = z.strictObject({
  ...scope,
  kind: z.literal("period"),
  because: z.string().min(1),
  from: z.enum(deadlineStarts),
  within: spanSchema,
  /** Only where the parcel arrived. */
  onlyDelivered: z.boolean().optional(),
});

const liabilitySchema = z.strictObject({
  ...scope,
  kind: z.literal("liability"),
  because: z.string().min(1),
  /** An amount for the parcel, or special drawing rights for each kilogram. */
  limit: z.union([
    z.strictObject({ money }),
    z.strictObject({ sdrPerKilogram: z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, { error: 'must be a decimal text such as "26"' }) }),
  ]),
});

const documentsSchema = z.strictObject({
  ...scope,
  kind: z.literal("documents"),
  documents: z.array(z.strictObject({ document: z.enum(documentKinds), required: z.boolean(), because: z.string().min(1) })).min(1),
});

const valueSchema = z.discriminatedUnion("kind", [periodSchema, liabilitySchema, documentsSchema]);

/** What a fact of the pack "carrier/terms" says. */
export type CarrierFactValue = z.output<typeof valueSchema>;
export type ClaimPeriod = z.output<typeof periodSchema>;
export type LiabilityLimit = z.output<typeof liabilitySchema>;
export type CarrierFact = DatedFact<CarrierFactValue>;

/** Reads packs of carriers' terms. */
export const carrierPackReader: PackReader<CarrierFactValue> = packReader(valueSchema);
