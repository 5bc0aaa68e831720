import { AmendsError, type Finding, formatFinding, formatPath, issueMessage, requireObject } from "@amends/core/errors";
import { intlZoneProvider, readDuration } from "@amends/core/time";
import * as z from "zod";
import standard from "../../policies/standard-compliance.json" with { type: "json" };

const duration = (description: string) =>
  z
    .string()
    .refine((value) => (readDuration(value) ?? -1) >= 0, { error: "is not a duration; expected ISO 8601 such as P30D" })
    .meta({ description });
const texts = z.array(z.string()).readonly();
const days = z.int().min(1).max(3660);

/** What becomes of a case whose customer left before the answer. */
export const abandonedChoices = ["out", "missed", "missedAfterDue", "asAnswered"] as const;

/** What becomes of a case that was resolved before its deadline without a reply. */
export const resolvedWithoutReplyChoices = ["out", "missed", "met"] as const;

/** By which definitions compliance is computed. Every number of it stands here, none in the code. */
export const complianceOptionsSchema = z.strictObject({
  confidence: z.number().gt(0).lt(1).meta({ description: "The confidence of every interval." }),
  zone: z
    .string()
    .refine((zone) => intlZoneProvider.has(zone), { error: "is not a time zone; expected an IANA name such as Asia/Shanghai" })
    .meta({ description: "In whose days windows are counted." }),
  windows: z.array(days).readonly().meta({ description: "Windows, in whole days that end where `until` begins." }),
  abandoned: z.enum(abandonedChoices).meta({
    description:
      "A case whose customer left before the answer: left out; missed; missed only if the customer left after the deadline, else left out; or as if answered then.",
  }),
  resolvedWithoutReply: z.enum(resolvedWithoutReplyChoices).meta({
    description: "A case that was resolved before its deadline without a reply: left out, missed, or met.",
  }),
  answersFrom: z.enum(["human", "any"]).meta({
    description: "Whose reply is a first response, where the target doesn't say: of anybody but a bot, or of anybody.",
  }),
  ignoreTags: texts.meta({ description: "A reply with such a tag is no response, where the target doesn't say." }),
  weightedDays: days.meta({ description: "Over how many days the weighted rate is computed." }),
  latestShare: z.number().gt(0).max(1).meta({ description: "Which share of these days' cases are the latest." }),
  latestWeight: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "What the rate of the latest weighs; that of all these days weighs the rest." }),
  drillDown: z.int().min(0).max(10_000).meta({ description: "How many of the missed cases each figure lists, the latest answered first." }),
  settleAfter: duration("A case that is silent for longer is over, and an event after it begins anew."),
  disorder: duration("How much earlier than an event before it an event may be."),
  toolReasons: texts.meta({ description: "A pause with such a reason waits for a tool." }),
  peakDeviations: z.number().min(0).meta({ description: "By how many deviations arrivals must exceed the usual to be a peak." }),
  minimumWeeks: z.int().min(1).meta({ description: "From how many weeks on arrivals have a usual level." }),
  minimumHandled: z.int().min(1).meta({ description: "From how many handle times on there is a usual one." }),
});

export type ComplianceOptions = z.infer<typeof complianceOptionsSchema>;

/** The options compliance is computed by unless others are given. */
export const standardComplianceOptions: ComplianceOptions = complianceOptionsSchema.parse(
  Object.fromEntries(Object.entries(standard).map(([name, { value }]) => [name, value])),
);

/**
 * The standard options with the given ones in their place.
 *
 * @throws {AmendsError} `compliance_options_invalid` with every finding.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { resolveComplianceOptions } from "@amends/sla/compliance";
 * resolveComplianceOptions({ windows: [28] }).latestShare; // => 0.25
 */
export function resolveComplianceOptions(given: Partial<ComplianceOptions> = {}): ComplianceOptions {
  requireObject(given, "options");
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = complianceOptionsSchema.safeParse({ ...standardComplianceOptions, ...known });
  if (parsed.success) return parsed.data;
  const findings: Finding[] = parsed.error.issues.map((issue) => ({
    code: "compliance_option_invalid",
    message: issueMessage(issue),
    path: formatPath(issue.path),
  }));
  throw new AmendsError({
    code: "compliance_options_invalid",
    message: ["The options of compliance can't be used:", ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n"),
    findings,
  });
}
