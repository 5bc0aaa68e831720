import * as z from "zod";
import { complexities, highPriorityReasons, issueTypes, saleStages, sentiments, signals, urgencies } from "../model/words.js";

/** What a label that a policy gives looks like. */
const labelName = /^[a-z][a-z0-9_]{0,39}$/;

/** What classification policies may decide. */
export const classificationEvents = {
  issueType: z
    .strictObject({ issueType: z.enum(issueTypes) })
    .meta({ description: "What the buyer mainly wants.", example: { issueType: "logistics_delay" } }),
  sentiment: z
    .strictObject({ sentiment: z.enum(sentiments) })
    .meta({ description: "How the buyer feels.", example: { sentiment: "angry" } }),
  intensity: z
    .strictObject({ points: z.number().int().min(-100).max(100), group: z.string().optional() })
    .meta({ description: "Points in hundredths of the intensity; rules of one group exclude each other.", example: { points: 60 } }),
  signal: z
    .strictObject({ signal: z.enum(signals) })
    .meta({ description: "What else the text announces.", example: { signal: "legal_threat" } }),
  complaint: z.strictObject({}).meta({ description: "It is a grievance about seller, carrier or service.", example: {} }),
  stage: z.strictObject({ stage: z.enum(saleStages) }).meta({ description: "The stage of the sale.", example: { stage: "complaint" } }),
  urgency: z
    .strictObject({ urgency: z.enum(urgencies) })
    .meta({ description: "How soon it wants somebody.", example: { urgency: "high" } }),
  complexity: z
    .strictObject({ complexity: z.enum(complexities) })
    .meta({ description: "How much it takes to answer.", example: { complexity: "complex" } }),
  flag: z
    .strictObject({ reason: z.enum(highPriorityReasons) })
    .meta({ description: "Why it goes before others.", example: { reason: "vip" } }),
  label: z.strictObject({ label: z.string().regex(labelName) }).meta({
    description: "A label of your own beside the issue type: lower case, digits and underscores.",
    example: { label: "battery_recall" },
  }),
  askHuman: z.strictObject({}).meta({ description: "The margin is too small to rely on.", example: {} }),
} as const;

/** The decisions of the classification stage and the events each is made of. */
export const classificationDecisions = {
  issueType: ["issueType"],
  sentiment: ["sentiment"],
  intensity: ["intensity"],
  complaint: ["complaint"],
  signals: ["signal"],
  stage: ["stage"],
  flags: ["flag"],
  urgency: ["urgency"],
  complexity: ["complexity"],
  labels: ["label"],
  review: ["askHuman"],
} as const;
