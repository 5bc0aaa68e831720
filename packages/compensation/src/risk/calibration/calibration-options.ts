import * as z from "zod";
import { riskBands } from "@amends/core/model";

const share = z.number().min(0).max(1);
const innerShare = z.number().gt(0).lt(1);
const amount = z.string().regex(/^\d+(\.\d+)?$/, { error: 'must be a decimal such as "4.00"' });

const splitSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("outOfTime"),
    testShare: innerShare.meta({ description: "The latest claims, as a share, that test the scorecard." }),
    from: z.string().optional().meta({ description: "In place of the share: from when on claims test it, an ISO 8601 instant." }),
  }),
  z.strictObject({
    kind: z.literal("random"),
    testShare: innerShare,
    seed: z.number().int().meta({ description: "What the shuffle starts from." }),
  }),
]);

/** How a scorecard is calibrated and measured. */
export const calibrationOptionsSchema = z.strictObject({
  notes: z
    .record(z.string(), z.strictObject({ because: z.string(), source: z.string() }))
    .meta({ description: "Why an option stands where it stands." }),
  confidence: innerShare.meta({ description: "Of the intervals." }),
  minimumCount: z.number().int().positive().meta({ description: "A figure of fewer claims says tooFew." }),
  split: splitSchema,
  fit: z.strictObject({
    ridge: z.number().positive().meta({ description: "How strongly coefficients are held near zero; 1 is a normal prior of variance 1." }),
    maximumIterations: z.number().int().positive(),
    abuseRate: innerShare
      .optional()
      .meta({ description: "The share of abusive claims among all, where the labelled ones were chosen by their outcome." }),
  }),
  scale: z.strictObject({
    anchorScore: z.number().positive().meta({ description: "The score at which the anchor's probability is reached." }),
    anchorProbability: innerShare,
    pointsToDoubleOdds: z.number().positive().optional().meta({ description: "In place of the anchor: how many points double the odds." }),
  }),
  leaks: z.strictObject({
    handling: z
      .enum(["refuse", "leaveOut"])
      .meta({ description: "Claims that hold what was known later only: refuse all, or leave these out." }),
    futureFields: z.array(z.string()).meta({ description: "Instants of a case that may lie ahead of it." }),
    suspiciousAreaUnderCurve: share.meta({ description: "A feature alone this good is shown as suspicious." }),
    unchangedCountsShare: share,
    unchangedCountsPairs: z.number().int().positive(),
  }),
  flaggedBands: z.array(z.enum(riskBands)).min(1).meta({ description: "The bands that put a customer to trouble." }),
  scoreBins: z.number().int().min(2),
  calibrationBins: z.number().int().min(2),
  fairness: z.strictObject({ groups: z.array(z.enum(["country", "language"])) }),
  costs: z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/),
    perReview: amount.meta({ description: "What it costs to look at a flagged claim." }),
    perWronglyFlagged: amount.meta({ description: "What a good customer who was flagged costs in goodwill." }),
    perMissedAbuse: amount.meta({ description: "What an abusive claim costs that nobody looked at." }),
  }),
  gates: z.strictObject({
    areaUnderCurve: z.strictObject({ fail: share, source: z.string() }),
    kolmogorovSmirnov: z.strictObject({ fail: share, source: z.string() }),
    populationStability: z.strictObject({ warn: z.number().positive(), fail: z.number().positive(), source: z.string() }),
  }),
});

export type CalibrationOptions = z.infer<typeof calibrationOptionsSchema>;

type Replacing<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Replacing<Value[Key]> | undefined }
    : Value;

/** What differs from the standard options. `split` is replaced as a whole. */
export type GivenCalibrationOptions = Omit<Replacing<CalibrationOptions>, "split"> & { readonly split?: CalibrationOptions["split"] };
