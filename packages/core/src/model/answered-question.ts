import * as z from "zod";
import { required, text } from "./field.js";

/** A question the customer was asked, and the answer: whoever takes over doesn't ask again. */
export const answeredQuestionSchema = z.object({
  question: required(z.string().min(1), { description: "What was asked.", example: "Which colour did you order?" }),
  answer: text("What the customer answered; absent where no answer came.", "Blue"),
});

export type AnsweredQuestion = z.infer<typeof answeredQuestionSchema>;
