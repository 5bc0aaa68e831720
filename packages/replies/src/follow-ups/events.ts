import * as z from "zod";

/** What the policies of follow-ups can say. */
export const followUpEvents = {
  follow_up: z.strictObject({
    days: z
      .array(z.number().int().positive().max(3650))
      .min(1)
      .meta({ description: "Days after the resolution.", example: [3, 7, 15] }),
    kind: z.string().min(1).meta({ description: "What the contact is.", example: "survey_and_offer" }),
  }),
};

export const followUpDecisions = { schedule: ["follow_up"] } as const;
