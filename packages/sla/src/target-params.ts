import { messageAuthors } from "@amends/core/model";
import { calendarDefinitionSchema, intlZoneProvider, readDuration } from "@amends/core/time";
import * as z from "zod";
import { durationParam as duration } from "./duration-param.js";

const secondsPerDay = 86_400;
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const timeOfDay = (description: string, example: string) =>
  z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "is not a time; expected HH:MM" })
    .meta({ description, example });

const within = duration("How long the answer may take.", "PT2H");

const common = {
  startsAt: z.enum(["created", "hand_over", "first_response"]).optional().meta({
    description:
      "When the clock starts. created: as the customer first wrote, also where nothing is said. hand_over, of a response: where a bot has answered, with the customer's earliest message since that it left unanswered. first_response, of a resolution: with the first answer or, until there is one, with its deadline.",
    example: "created",
  }),
  answeredBy: z
    .array(z.enum(messageAuthors))
    .min(1)
    .optional()
    .meta({
      description: "Of a response: whose messages meet the target, where it isn't those that count on the channel.",
      example: ["agent"],
    }),
  ignoring: z
    .array(z.string().min(1))
    .optional()
    .meta({
      description: "Of a response: messages with one of these tags don't meet the target, where it isn't those that count nowhere.",
      example: ["greeting_only"],
    }),
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

const clocks = z.discriminatedUnion("clock", [
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

/** What a rule that sets a target says: by which clock, how long, from when on. */
export const targetSchema = clocks.refine(
  ({ warnAfter, within: limit }) => warnAfter === undefined || (readDuration(warnAfter) ?? 0) <= (readDuration(limit) ?? 0),
  {
    error: "comes after the target",
    path: ["warnAfter"],
  },
);

/** A target for the first response. */
export const responseSchema = targetSchema.refine(({ startsAt }) => startsAt !== "first_response", {
  error: "can't start with itself; expected created or hand_over",
  path: ["startsAt"],
});

/** A target for the resolution. */
export const resolutionSchema = targetSchema
  .refine(({ startsAt }) => startsAt !== "hand_over", {
    error: "is for a response; expected created or first_response",
    path: ["startsAt"],
  })
  .refine(({ ignoring }) => ignoring === undefined, { error: "is for a response: an answer solves nothing yet", path: ["ignoring"] })
  .refine(({ answeredBy }) => answeredBy === undefined, { error: "is for a response: an answer solves nothing yet", path: ["answeredBy"] });

/** What a target says of its clock. */
export type TargetParams = z.output<typeof targetSchema>;
