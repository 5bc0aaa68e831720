import { messageAuthors, noticeKinds } from "@amends/core/model";
import { calendarDefinitionSchema, intlZoneProvider, readDuration } from "@amends/core/time";
import * as z from "zod";

const secondsPerDay = 86_400;
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const duration = (description: string, example: string) =>
  z
    .string()
    .refine((text) => (readDuration(text) ?? 0) > 0, { error: "is not a duration above zero; expected ISO 8601 such as PT2H" })
    .meta({ description, example });

const timeOfDay = (description: string, example: string) =>
  z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "is not a time; expected HH:MM" })
    .meta({ description, example });

const within = duration("How long the answer may take.", "PT2H");

const common = {
  warnAfter: duration("When to warn, counted by the same clock: the lower end of a range.", "PT1H").optional(),
  percent: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: "The share of cases that must meet the target.", example: 85, unit: "percent" }),
  calendar: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'The service calendar by name; "default" where none is named.', example: "default" }),
  zone: z
    .string()
    .refine((name) => intlZoneProvider.has(name), { error: "is not a time zone; expected an IANA name such as Asia/Manila" })
    .optional()
    .meta({
      description: "The zone to count in where the host has no calendar of that name; else the customer's.",
      example: "Asia/Manila",
    }),
  hours: calendarDefinitionSchema.shape.hours
    .refine((hours) => Object.values(hours).some((openings) => (openings ?? []).length > 0), {
      error: "are empty; expected at least one interval",
    })
    .optional()
    .meta({ description: "The hours to count where the host has no calendar of that name; else round the clock." }),
};

const wholeDays = within.refine((text) => (readDuration(text) ?? 0) % secondsPerDay === 0, {
  error: "is not a number of whole days; expected such as P3D",
});

const authors = z.array(z.enum(messageAuthors)).min(1);

/** Where a clock can start: for a first response and a resolution it isn't the same. */
const clockStarts = ["created", "hand_over", "first_response"] as const;

const responding = {
  startsAt: z.enum(["created", "hand_over"] satisfies (typeof clockStarts)[number][]).optional().meta({
    description:
      "When the clock starts: created, as the customer first wrote, unless told otherwise; hand_over, where a bot has answered, with the customer's earliest message since that it left unanswered.",
    example: "hand_over",
  }),
  answeredBy: authors.optional().meta({
    description: "Whose messages meet this target, where it isn't those that count on the channel.",
    example: ["agent"],
  }),
};

const resolving = {
  startsAt: z.enum(["created", "first_response"] satisfies (typeof clockStarts)[number][]).optional().meta({
    description:
      "When the clock starts: created, as the customer first wrote, unless told otherwise; first_response, with the first answer or, until there is one, with its deadline. A case that would be due before its first answer is counts from that deadline.",
    example: "first_response",
  }),
};

const clocks = <Own extends z.core.$ZodLooseShape>(own: Own) => z.discriminatedUnion("clock", [
  z.strictObject({ clock: z.literal("calendar"), within, ...common }),
  z.strictObject({ clock: z.literal("business"), within, ...common }),
  z.strictObject({
    clock: z.literal("business_days"),
    within: wholeDays,
    ...common,
    answerBy: timeOfDay("The local time on the last day; its end where none is given.", "17:00").optional(),
  }),
  z
    .strictObject({
      clock: z.literal("cut_off"),
      within,
      ...common,
      cutOff: timeOfDay("The local time at which a day's cycle ends and the next begins.", "18:00"),
      answerBy: timeOfDay("By when, on the day a cycle ends, its messages are answered.", "19:00"),
    })
    .refine(({ cutOff, answerBy }) => answerBy >= cutOff, { error: "is before the cut-off", path: ["answerBy"] }),
  z.strictObject({
    clock: z.literal("weekend_grace"),
    within,
    ...common,
    weekend: z
      .array(z.enum(weekdays))
      .min(1)
      .refine((days) => new Set(days).size < weekdays.length, { error: "leaves no working day" })
      .meta({ description: "The days on which the clock doesn't bind.", example: ["sat", "sun"] }),
    answerBy: timeOfDay("By when, on the first day after the weekend, its messages are answered.", "12:00"),
  }),
]);

const target = clocks.refine(
  ({ warnAfter, within: limit }) => warnAfter === undefined || (readDuration(warnAfter) ?? 0) <= (readDuration(limit) ?? 0),
  {
    error: "comes after the target",
    path: ["warnAfter"],
  },
);

const report = z.strictObject({
  acknowledgeWithin: duration("By when to say that the message was received, on the calendar clock.", "PT5M"),
  every: duration("How often to report until it is solved.", "PT24H").refine((text) => (readDuration(text) ?? 0) >= 60, {
    error: "is shorter than a minute",
  }),
  reports: z.number().int().min(1).max(20).meta({ description: "How many of the next reports to schedule.", example: 3 }),
  inHours: z.boolean().meta({ description: "Whether a report outside service hours waits for the next opening.", example: true }),
});

const autoReply = z.strictObject({
  notice: z.enum(noticeKinds).meta({ description: "The notice to send at once.", example: "off_hours" }),
});

/** What rules of this stage can say: a response or resolution target, a timetable of reports or none, an automatic reply. */
export const slaEvents = {
  respond: target.meta({
    description: "A target for the first response.",
    example: { within: "PT2H", warnAfter: "PT1H", clock: "business" },
  }),
  resolve: target.meta({ description: "A target for the resolution.", example: { within: "PT24H", clock: "business" } }),
  report: report.meta({
    description: "When to acknowledge and to report.",
    example: { acknowledgeWithin: "PT5M", every: "PT24H", reports: 3, inHours: true },
  }),
  no_report: z.strictObject({}).meta({ description: "Nothing is left to report.", example: {} }),
  auto_reply: autoReply.meta({ description: "An automatic reply.", example: { notice: "off_hours" } }),
};

/** What a target says of its clock. */
export type TargetParams = z.output<typeof target>;

/** What a timetable says. */
export type ReportParams = z.output<typeof report>;

/** Each decision of the stage with the events it understands. */
export const slaDecisions = {
  targets: ["respond"],
  marketplaceTargets: ["respond"],
  botTargets: ["respond"],
  humanTargets: ["respond"],
  resolution: ["resolve"],
  updates: ["report", "no_report"],
  offHours: ["auto_reply"],
} as const;
