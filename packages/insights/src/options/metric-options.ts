import { caseEventLogKinds } from "@amends/core/events";
import { issueTypes } from "@amends/core/model";
import { readDuration } from "@amends/core/time";
import * as z from "zod";

/** What service metrics can be grouped by. */
export const dimensions = ["channel", "team", "language", "country", "marketplace", "issueType"] as const;

export type Dimension = (typeof dimensions)[number];

const duration = (description: string) =>
  z
    .string()
    .refine((value) => readDuration(value) !== undefined, { error: "is not a duration; expected ISO 8601 such as P7D" })
    .meta({ description });
const tags = z.array(z.string()).readonly();

/** By which definitions metrics are computed. Every number of a metric stands here, none in the code. */
export const metricOptionsSchema = z.strictObject({
  confidence: z.number().gt(0).lt(1).meta({ description: "The confidence of every interval." }),
  minimumCount: z.int().min(0).meta({ description: "A figure from fewer observations is marked tooFew." }),
  percentiles: z
    .array(z.number().min(0).max(1))
    .readonly()
    .meta({ description: "Which percentiles of durations to give, as probabilities." }),
  zone: z.string().min(1).meta({ description: "In whose months a lane's parcels are counted, by when they were shipped: an IANA name." }),
  settleAfter: duration("What was concluded and is silent for longer is closed for good, and an event after it begins anew."),
  lateness: duration("How much earlier than an event before it an event may be and still find its case."),
  maximumHeldEvents: z
    .int()
    .min(1)
    .meta({ description: "Beyond so many events of open cases and parcels the most silent are settled early." }),
  service: z.strictObject({
    groupBy: z.array(z.enum(dimensions)).readonly().meta({ description: "Which groups to compare." }),
    firstResponse: z.strictObject({
      counts: z.enum(["human", "any"]).meta({ description: "Whose reply is a first response: of anybody but a bot, or of anybody." }),
      ignoreTags: tags.meta({ description: "A reply with such a tag is no response." }),
    }),
    unresolvedAfter: duration("A case that is open for longer counts as unresolved; a younger one isn't judged yet."),
    satisfiedFrom: z.int().min(1).max(5).meta({ description: "From which rating on, 1 to 5, a customer is satisfied." }),
    repeatContact: z.strictObject({
      within: duration("How soon after a resolution another contact is a repeated one."),
      kinds: z.array(z.enum(caseEventLogKinds)).readonly().meta({ description: "Which events are contacts." }),
      ignoreTags: tags.meta({ description: "An event with such a tag is no contact." }),
    }),
  }),
  lanes: z.strictObject({
    delayRatio: z.number().gt(0).meta({ description: "A parcel without a promise is late beyond so many times the average." }),
    averageDays: z
      .record(z.string(), z.number().positive())
      .meta({ description: "Known averages by lane, such as of an earlier period; others are compared with their own period." }),
    presumeLostAfter: duration("A parcel on its way for longer is presumed lost."),
  }),
  complaints: z.strictObject({
    issueTypes: z.array(z.enum(issueTypes)).readonly().meta({ description: "Which issues speak about the product." }),
    minimumOrders: z.int().min(1).meta({ description: "A product with fewer orders isn't tested." }),
    minimumComplaints: z.int().min(1).meta({ description: "A product with fewer complaints isn't reported as above its category." }),
    falseDiscoveryRate: z.number().gt(0).lt(1).meta({ description: "What share of the products reported may be there by chance." }),
    minimumRatio: z.number().min(0).meta({ description: "How many times its category's rate a product must have to be reported." }),
  }),
});

export type MetricOptions = z.infer<typeof metricOptionsSchema>;

type Partially<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [Key in keyof T]?: Partially<T[Key]> } : T;

/** Options that differ from the standard ones; what is left out stays as it is. */
export type GivenMetricOptions = Partially<MetricOptions>;
