import { messageAuthors, noticeKinds } from "@amends/core/model";
import { readDuration } from "@amends/core/time";
import * as z from "zod";
import { durationParam } from "./duration-param.js";
import { pauseSchema } from "./pauses/pause-params.js";
import { alertSchema } from "./status/alert-params.js";
import { resolutionSchema, responseSchema } from "./target-params.js";

const report = z.strictObject({
  acknowledgeWithin: durationParam("By when to say that the message was received, on the calendar clock.", "PT5M"),
  every: durationParam("How often to report until it is solved.", "PT24H").refine((text) => (readDuration(text) ?? 0) >= 60, {
    error: "is shorter than a minute",
  }),
  reports: z.number().int().min(1).max(20).meta({ description: "How many of the next reports to schedule.", example: 3 }),
  inHours: z.boolean().meta({ description: "Whether a report outside service hours waits for the next opening.", example: true }),
});

const answer = z.strictObject({
  from: z
    .array(z.enum(messageAuthors))
    .min(1)
    .meta({ description: "Whose messages are answers.", example: ["agent"] }),
  ignoring: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: "Messages with one of these tags are no answers.", example: ["auto_reply"] }),
  greetings: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({
      description: "A message of ours made of nothing but these words is tagged greeting_only, whatever its case and punctuation.",
      example: ["hello"],
    }),
  needsNone: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: "A message of the customer with one of these tags needs no answer.", example: ["no_response_needed"] }),
  firstOnly: z.boolean().optional().meta({
    description: "Whether only the first message of a conversation is owed an answer, so that no target binds the next ones.",
    example: true,
  }),
});

const autoReply = z.strictObject({
  notice: z.enum(noticeKinds).meta({ description: "The notice to send at once.", example: "off_hours" }),
});

/** What rules of this stage can say: whose messages are answers, a response or resolution target, a timetable of reports or none, an automatic reply, what stops clocks, and whom to tell when. */
export const slaEvents = {
  answer: answer.meta({ description: "Whose messages are answers.", example: { from: ["agent"] } }),
  respond: responseSchema.meta({
    description: "A target for the first response.",
    example: { within: "PT2H", warnAfter: "PT1H", clock: "business" },
  }),
  resolve: resolutionSchema.meta({ description: "A target for the resolution.", example: { within: "PT24H", clock: "business" } }),
  report: report.meta({
    description: "When to acknowledge and to report.",
    example: { acknowledgeWithin: "PT5M", every: "PT24H", reports: 3, inHours: true },
  }),
  no_report: z.strictObject({}).meta({ description: "Nothing is left to report.", example: {} }),
  pause: pauseSchema.meta({ description: "What stops clocks for a while.", example: { statuses: ["waiting_customer"] } }),
  alert: alertSchema.meta({
    description: "When to warn or escalate, by the clock of the target.",
    example: { percent: 75, notify: ["agent"] },
  }),
  auto_reply: autoReply.meta({ description: "An automatic reply.", example: { notice: "off_hours" } }),
};

/** What a timetable says. */
export type ReportParams = z.output<typeof report>;

/** Each decision of the stage with the events it understands. */
export const slaDecisions = {
  answers: ["answer"],
  targets: ["respond"],
  marketplaceTargets: ["respond"],
  botTargets: ["respond"],
  humanTargets: ["respond"],
  nextTargets: ["respond"],
  resolution: ["resolve"],
  updates: ["report", "no_report"],
  offHours: ["auto_reply"],
  pauses: ["pause"],
  alerts: ["alert"],
} as const;
