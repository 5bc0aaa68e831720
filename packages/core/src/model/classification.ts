import * as z from "zod";
import { flag, required } from "./field.js";
import { provenance } from "./provenance.js";
import { complexities, highPriorityReasons, issueTypes, saleStages, sentiments, signals, urgencies } from "./words.js";

const spanSchema = z.object({
  label: required(z.string(), { description: "What the phrase speaks for.", example: "logistics_delay" }),
  phrase: required(z.string(), { description: "The words found.", example: "45 days" }),
  start: required(z.number(), { description: "Where they start in the text, in UTF-16 code units.", example: 0 }),
  end: required(z.number(), { description: "Where they end, exclusive.", example: 7 }),
  in: z.enum(["subject"]).optional().meta({ description: "Set where the span points into the subject, not the text.", example: "subject" }),
});

const extractedSchema = z.object({
  days: z.number().nullish().meta({ description: "How many days the text speaks of, the longest.", example: 45, unit: "days" }),
  orderIds: required(z.array(z.string()), { description: "Order ids in the text.", example: ["O-1001"] }),
  trackingNumbers: required(z.array(z.string()), { description: "Tracking numbers in the text.", example: ["RB123456785GB"] }),
  amounts: required(z.array(z.object({ amount: z.string(), currency: z.string().nullable() })), {
    description: "Amounts in the text.",
    example: [{ amount: "89.90", currency: "USD" }],
  }),
  dates: required(z.array(z.string()), { description: "Dates in the text, as they are written.", example: ["January 15"] }),
});

/** What the message is. */
export const classificationSchema = z.object({
  stage: required(z.enum(saleStages), { description: "The stage of the sale.", example: "complaint" }),
  issueType: required(z.enum(issueTypes), { description: "What the buyer mainly wants.", example: "logistics_delay" }),
  sentiment: required(z.enum(sentiments), { description: "How the buyer feels.", example: "angry" }),
  intensity: required(z.number().min(0).max(1), { description: "How strongly, 0 to 1.", example: 0.9 }),
  urgency: required(z.enum(urgencies), { description: "How soon it wants somebody.", example: "high" }),
  complexity: required(z.enum(complexities), { description: "How much it takes to answer.", example: "complex" }),
  isComplaint: required(z.boolean(), { description: "Whether it is a grievance about seller, carrier or service.", example: true }),
  highPriority: required(z.boolean(), { description: "Whether it goes before others.", example: true }),
  highPriorityReasons: required(z.array(z.enum(highPriorityReasons)), { description: "Why.", example: ["complaint"] }),
  signals: required(z.array(z.enum(signals)), { description: "What else the text announces.", example: ["review_threat"] }),
  extracted: required(extractedSchema, { description: "What the text names.", example: { days: 45 } }),
  evidence: required(z.array(spanSchema), { description: "The phrases that speak for the labels.", example: [] }),
  alternatives: required(z.array(z.object({ issueType: z.enum(issueTypes), score: z.number() })), {
    description: "The issue types that came next, with their scores.",
    example: [{ issueType: "refund_status", score: 2 }],
  }),
  margin: required(z.number(), { description: "How far the winner stands before the next, in score points.", example: 3 }),
  askHuman: flag("Whether the margin is too small to rely on.", false),
  labels: z
    .array(z.string())
    .optional()
    .meta({ description: "Labels of your own that your policies gave, in the order of the alphabet.", example: ["battery_recall"] }),
  ...provenance,
});

export type Classification = z.infer<typeof classificationSchema>;
export type EvidenceSpan = z.infer<typeof spanSchema>;
export type Extracted = z.infer<typeof extractedSchema>;
