import * as z from "zod";
import { replyParts, tones } from "@amends/core/model";

const text = (description: string, example: string) => z.string().min(1).meta({ description, example });
const part = z.enum(replyParts).meta({ description: "A part of the reply.", example: "apology" });

/** What the policies of replies can say. */
export const replyEvents = {
  template: z.strictObject({
    situation: text("The situation whose templates fit.", "delay"),
    alternatives: z
      .array(z.string())
      .optional()
      .meta({ description: "Situations to take a template from when the customer got all of these.", example: ["generic"] }),
  }),
  part: z.strictObject({ part }),
  tone: z.strictObject({ tone: z.enum(tones).meta({ description: "How the reply sounds.", example: "soothe_first" }) }),
  sentence: z.strictObject({
    sentence: text("The sentence, by its name in the templates.", "soothe"),
    part,
    place: z.enum(["before", "after"]).meta({ description: "Where it stands.", example: "before" }),
  }),
  hint: z.strictObject({ hint: text("What the agent should mind.", "Soothe first, then explain.") }),
};

export const replyDecisions = {
  template: ["template"],
  tone: ["tone"],
  parts: ["part"],
  sentences: ["sentence"],
  hints: ["hint"],
} as const;
