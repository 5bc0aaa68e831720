import * as z from "zod";
import { durationSchema } from "./duration.js";
import { count, field, word } from "./field.js";
import { queueStates } from "./words.js";

/** How busy the service is, and where the case stands in the queue, as the host or its staffing knows. */
export const queueSchema = z.object({
  state: word(queueStates, "How busy the service is: in a surge more comes in than the team can answer.", "normal"),
  position: count("The place of the case in the queue; 1 is next.", 4, "tickets"),
  waiting: count("How many tickets wait in all.", 12, "tickets"),
  peakLoadRatio: field(z.number().nonnegative(), {
    description:
      "Work over staff in the worst of the next hours, as surgeState of @amends/routing computes it: 1 where the staff is just enough.",
    example: 1.2,
    unit: "ratio",
  }),
  hoursUntilOverload: field(z.number().nonnegative(), {
    description: "In how many hours work first outgrows the staff, as surgeState computes it; 0 where it does now.",
    example: 1,
    unit: "hours",
  }),
  expectedWait: field(durationSchema, {
    description: "How long a case at that place waits until somebody takes it.",
    example: "PT12M",
    kind: "duration",
  }),
});

export type Queue = z.infer<typeof queueSchema>;
