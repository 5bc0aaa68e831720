import { itemTraits, returnReasons } from "@amends/core/model";
import { packReader, type DatedFact, type PackReader } from "@amends/core/packs";
import * as z from "zod";
import { amountsOfTime, holidaysInARow } from "../deadlines/amounts-of-time.js";

/** A period that ends with a day: one unit of time. */
const periodSchema = z.union([
  z.strictObject({ days: amountsOfTime.days }),
  z.strictObject({ businessDays: amountsOfTime.businessDays }),
  z.strictObject({ months: amountsOfTime.months }),
  z.strictObject({ years: amountsOfTime.years }),
]);

/** A seller of an unknown tier has one of them. */
const tiersSchema = z.record(z.string(), periodSchema).refine((tiers) => Object.keys(tiers).length > 0, { error: "needs a tier" });
const hoursSchema = z.strictObject({ hours: amountsOfTime.hours });

const windowSchema = z.strictObject({
  /**
   * `delivery` is that of the last item, `promised_delivery` the date that was promised, `completion`
   * that on which the marketplace closed the order, `discovery` the day the fault was found.
   */
  from: z.enum(["delivery", "contract", "shipment", "promised_delivery", "completion", "discovery"]),
  /** How long after the start it opens, where the rule counts from then. */
  opensAfter: periodSchema.optional(),
  /** Null: no fixed end. By seller tier where the marketplace differs by that. */
  within: z.union([periodSchema, z.strictObject({ bySellerTier: tiersSchema })]).nullable(),
  /** Whether the day it starts on is its first day; otherwise the day after is. */
  firstDayCounts: z.boolean().optional(),
  /** Ends on a working day: from a Saturday, Sunday or public holiday on to the next one. */
  endsOnWorkingDay: z
    .strictObject({
      /** How many weekdays in a row may be holidays, which is what is allowed for where nobody listed them. */
      holidaysInARow,
    })
    .optional(),
  /** By how much it is longer for a buyer who wasn't told of it; told later, it ends a whole window after that day, at most with the extension. */
  uninformed: periodSchema.optional(),
});

const rightSchema = z.strictObject({
  kind: z.literal("right"),
  because: z.string().min(1),
  /** ISO 3166-1 alpha-2, or the name of a region of the pack; everywhere without any. */
  countries: z.array(z.string()).min(1).optional(),
  marketplaces: z.array(z.string()).min(1).optional(),
  /** For which reasons; `any` needs none. */
  reasons: z.union([z.literal("any"), z.array(z.enum(returnReasons)).min(1)]),
  window: windowSchema,
  /** Only where the shop stated no return terms. */
  onlyWithoutTerms: z.boolean().optional(),
  /** Only for a major fault. */
  onlyMajorFailure: z.boolean().optional(),
  exceptions: z.array(
    z.strictObject({ trait: z.enum(itemTraits), onceOpened: z.boolean().optional(), because: z.string().min(1).optional() }),
  ),
  conditions: z.array(z.enum(["unused", "unopened", "complete"])),
  /** `buyer_if_told`: the buyer, unless the buyer wasn't told so. */
  wayBack: z.enum(["seller", "buyer", "buyer_if_told"]),
  /** What the buyer can ask for, first things first. */
  gives: z.array(z.enum(["refund", "replacement", "repair", "price_reduction"])).min(1),
  sendBack: periodSchema.optional(),
  refund: z
    .strictObject({
      /** `first_of_received_or_dispatched`: when the goods are back or the buyer proved to have sent them, whichever comes first. */
      from: z.enum(["requested", "approved", "received", "first_of_received_or_dispatched"]),
      /** Null: at once, on that day. Hours end at their instant. */
      within: z.union([periodSchema, hoursSchema]).nullable(),
      /** Whether the money may be withheld until the goods are back or the buyer proved to have sent them. */
      mayWaitForGoods: z.boolean().optional(),
    })
    .optional(),
});

const noRightSchema = z.strictObject({
  kind: z.literal("no_right"),
  because: z.string().min(1),
  countries: z.array(z.string()).min(1),
  reasons: z.union([z.literal("any"), z.array(z.enum(returnReasons)).min(1)]),
});

const regionSchema = z.strictObject({
  kind: z.literal("region"),
  name: z.string().min(3),
  countries: z.array(z.string().length(2)).min(1),
});

const valueSchema = z.discriminatedUnion("kind", [rightSchema, noRightSchema, regionSchema]);

/** One unit of time that ends with a day. */
export type Period = z.output<typeof periodSchema>;
export type Hours = z.output<typeof hoursSchema>;
/** A right to send goods back, as packs write it. */
export type ReturnRight = z.output<typeof rightSchema>;
/** What a fact of a returns pack says. */
export type ReturnFactValue = z.output<typeof valueSchema>;
export type ReturnFact = DatedFact<ReturnFactValue>;

/** Reads the packs of law, marketplaces and sellers. */
export const returnPackReader: PackReader<ReturnFactValue> = packReader(valueSchema);
