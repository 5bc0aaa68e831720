import * as z from "zod";
import { durationParam } from "../duration-param.js";
import { pausableClocks } from "../pauses/pause-params.js";

const moments = ["percent", "after", "before", "overdueBy"] as const;

/** What a rule says of a warning or an escalation: at which moment of the target's own clock, and who is told. */
export const alertSchema = z
  .strictObject({
    percent: z.number().positive().max(1000).optional().meta({
      description: "When this share of the target's time is used.",
      example: 75,
      unit: "percent",
    }),
    after: durationParam("When this much of the target's time is used.", "PT1H").optional(),
    before: durationParam("When this much of the target's time is left.", "PT30M").optional(),
    overdueBy: durationParam("When this much time has passed beyond the target.", "PT1H").optional(),
    clocks: z
      .array(z.enum(pausableClocks))
      .min(1)
      .optional()
      .meta({ description: "The clocks it belongs to; all of them where none are named.", example: ["resolution"] }),
    notify: z
      .array(z.string().min(1))
      .min(1)
      .meta({ description: "Whom to tell, in the host's words.", example: ["team_lead"] }),
    inHours: z.boolean().optional().meta({
      description: "Whether an alert outside the hours of the target's calendar waits for their next opening.",
      example: true,
    }),
  })
  .refine((alert) => moments.filter((moment) => alert[moment] !== undefined).length === 1, {
    error: "needs exactly one moment; expected percent, after, before or overdueBy",
  });

/** What an alert says. */
export type AlertParams = z.output<typeof alertSchema>;
