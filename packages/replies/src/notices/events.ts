import * as z from "zod";
import { noticeKinds } from "@amends/core/model";
import { readDuration } from "@amends/core/time";
import { compileMessage } from "../templating/message.js";
import { ownNoticeTemplate } from "./notice-templates.js";

const duration = z.string().refine((value) => readDuration(value) !== undefined, { error: "is no ISO 8601 duration such as P3D" });

/** What the policies of notices can say. */
export const noticeEvents = {
  notice: z.strictObject({
    kind: z.enum(noticeKinds).meta({ description: "What the customer is told.", example: "delay" }),
    reason: z.string().min(1).refine(isMessage, { error: "is no ICU message" }).meta({
      description: "Why, for the agent: an ICU message in English over the values of templates.",
      example: "in transit for {days} days where the lane takes {averageDays}",
    }),
    template: z.string().regex(ownNoticeTemplate, { error: "is no key such as payment_not_covered" }).optional().meta({
      description: "Which words it has, where its kind has several: the key of a notice on a refund or a failed payment.",
      example: "payment_not_covered",
    }),
    expectedHandling: duration.optional().meta({ description: "How long the handling takes.", example: "P3D" }),
  }),
};

export const noticeDecisions = { notices: ["notice"] } as const;

function isMessage(text: string): boolean {
  try {
    compileMessage(text, "en");
    return true;
  } catch {
    return false;
  }
}
