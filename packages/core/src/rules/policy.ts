import * as z from "zod";
import type { RuleCondition } from "./engine/rule-properties.js";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "is not a date; expected YYYY-MM-DD" });

/** How sure a figure is: A official text, B a third party's, C unverified. */
export const confidences = ["A", "B", "C"] as const;

const parameterValueSchema = z.union([z.number(), z.string(), z.boolean(), z.array(z.union([z.number(), z.string()]))]);

/** A named number that a policy team tunes: the bare value, or the value with its unit and where it comes from. */
export const parameterSchema = z.union([
  parameterValueSchema,
  z.strictObject({
    value: parameterValueSchema,
    unit: z.string().optional(),
    because: z.string().optional(),
    source: z.string().optional(),
    confidence: z.enum(confidences).optional(),
    verifiedAt: date.optional(),
  }),
]);

/** What a rule's dates, reasons and sources say of it; nothing here decides but the dates. */
const ruleSchema = z.strictObject({
  name: z.string().min(1).max(200),
  priority: z.number().int().positive().optional(),
  because: z.string().optional(),
  source: z.string().optional(),
  confidence: z.enum(confidences).optional(),
  verifiedAt: date.optional(),
  effectiveFrom: date.optional(),
  effectiveTo: date.optional(),
  conditions: z.custom<RuleCondition>((value) => typeof value === "object" && value !== null, {
    error: "must be an object with all, any, not or condition",
  }),
  event: z.strictObject({ type: z.string().min(1), params: z.record(z.string(), z.unknown()).optional() }),
});

/** How the rules that fire become one decision. */
export const decideModes = ["first", "all", "sum", "strictest", "mostSpecific"] as const;

/** A policy file. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  policy: z
    .string()
    .regex(/^[a-z0-9][a-z0-9/_-]*$/, { error: 'must be lower-case words joined by "-" and "/", such as "sla/standard-targets"' }),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, { error: "must be a semantic version such as 1.0.0" }),
  description: z.string().optional(),
  stage: z.string().min(1),
  decision: z.string().min(1),
  decide: z.enum(decideModes),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: "must be an ISO 4217 code such as USD" })
    .optional(),
  asOf: z.union([z.string(), z.array(z.string()).nonempty()]).optional(),
  zone: z.string().optional(),
  parameters: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, { error: "must be a name of letters and digits" }), parameterSchema)
    .optional(),
  conditions: z
    .record(
      z.string(),
      z.custom<RuleCondition>((value) => typeof value === "object" && value !== null),
    )
    .optional(),
  rules: z.array(ruleSchema),
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyRule = Policy["rules"][number];
export type DecideMode = (typeof decideModes)[number];
export type ParameterValue = z.infer<typeof parameterValueSchema>;
