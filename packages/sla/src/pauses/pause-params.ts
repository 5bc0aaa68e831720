import * as z from "zod";

/** The clocks that a policy can name. */
export const pausableClocks = ["first_response", "next_response", "resolution"] as const;

/** One of {@link pausableClocks}. */
export type PausableClock = (typeof pausableClocks)[number];

/** What a rule says of what stops clocks for a while. */
export const pauseSchema = z.strictObject({
  statuses: z
    .array(z.string().min(1))
    .min(1)
    .meta({
      description: "While the ticket stands so, no clock runs: its words, or those of the host's status log.",
      example: ["waiting_customer"],
    }),
  reasons: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({
      description: "Which of the host's own `ticket.pauses` count, by their reason; all of them where none are named.",
      example: ["waiting_carrier"],
    }),
  clocks: z
    .array(z.enum(pausableClocks))
    .min(1)
    .optional()
    .meta({ description: "Which clocks stand still; all of them where none are named.", example: ["resolution"] }),
  fromMessages: z.boolean().optional().meta({
    description:
      "Whether the thread tells what the status log doesn't: a status that waits has done so since our last message, and no longer than until the customer's next one.",
    example: true,
  }),
});

/** What stops clocks for a while. */
export type PauseParams = z.output<typeof pauseSchema>;
