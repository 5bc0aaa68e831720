import * as z from "zod";
import { numberFact, wordFact } from "@amends/core/facts";
import { defineStage, type AnyStage } from "@amends/core/stage";

/** A stage of three facts and a standard policy, which reads one of its parameters itself. */
export const stage = defineStage({
  name: "sla",
  reads: ["ticket"],
  writes: "sla",
  facts: {
    "x.days": numberFact({ description: "Days.", example: 1, unit: "days" }),
    "x.late": numberFact({ description: "Days.", example: 1, unit: "days" }),
    "x.word": wordFact(["a", "b", "c"], { description: "A word.", example: "a" }),
  },
  events: {
    say: z.strictObject({
      what: z.string().optional(),
      points: z.number().optional(),
      group: z.string().optional(),
      within: z.string().optional(),
      urgent: z.boolean().optional(),
    }),
  },
  decisions: { words: ["say"] },
  policies: [
    {
      policy: "standard/words",
      version: "1.0.0",
      stage: "sla",
      decision: "words",
      decide: "all",
      parameters: { readByStage: 1, readByRule: 2 },
      rules: [
        {
          name: "r",
          conditions: { all: [{ fact: "x.days", operator: "equal", value: { fact: "parameters.readByRule" } }] },
          event: { type: "say" },
        },
      ],
    },
  ],
  decide: () => ({}) as never,
}) as unknown as AnyStage;
