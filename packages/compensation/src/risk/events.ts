import * as z from "zod";
import { evidenceKinds, riskBands } from "@amends/core/model";
import { allowedSignals } from "./allowed-signals.js";
import { placeholdersOf } from "./fill-sentence.js";
import { laneMayOnlyLower, laneSignals } from "./lane-signals.js";

const signal = z.string().refine((name) => allowedSignals.has(name), { error: "is no fact that a risk policy may read" });

const sentence = z.string().min(1).meta({
  description: "A sentence; {fact} stands for an observed fact.",
  example: "The claim is {claim.toOrderRatio} times the order's total.",
});

const contest = z
  .strictObject({
    agent: z.string().min(1).meta({ description: "What the agent does when the customer contests.", example: "Hand it to a colleague." }),
    customer: z
      .string()
      .min(1)
      .meta({ description: "How the customer contests, in a sentence for the customer.", example: "Answer this message if you disagree." }),
  })
  .meta({
    description: "How the outcome can be contested; needed in every band but the low one.",
    example: { agent: "Hand it to a colleague.", customer: "Answer this message if you disagree." },
  });

/** What the risk policies may say. There is no event that denies a claim. */
export const riskEvents = {
  score: z
    .strictObject({
      points: z.number().int().meta({ description: "The points it adds, or takes where negative.", example: 16 }),
      group: z.string().min(1).optional().meta({ description: "Rules of one group exclude each other.", example: "claim_rate" }),
      code: z
        .string()
        .regex(/^[a-z][a-z0-9_]*$/, { error: "must be lower-case words joined by _" })
        .meta({ description: "The reason code.", example: "claims_on_many_orders" }),
      observed: z
        .array(signal)
        .min(1)
        .meta({ description: "The facts that the reason quotes.", example: ["customer.claimRate"] }),
      agent: sentence,
      customer: sentence,
    })
    .superRefine(({ points, observed, agent, customer }, context) => {
      // A lane tells where somebody lives: what it does may speak for the customer, never against.
      if (points > 0 && observed.some((name) => laneSignals.has(name))) {
        context.addIssue({ code: "custom", path: ["points"], message: laneMayOnlyLower });
      }
      for (const [key, text] of Object.entries({ agent, customer })) {
        for (const name of placeholdersOf(text)) {
          if (!observed.includes(name))
            context.addIssue({ code: "custom", path: [key], message: `quotes {${name}}, which is not among "observed"` });
        }
      }
    })
    .meta({
      description: "Adds points for a reason.",
      example: {
        points: 16,
        code: "claims_on_many_orders",
        observed: ["customer.claimCount", "customer.orders", "customer.claimRate"],
        agent: "{customer.claimCount} claims on {customer.orders} orders.",
        customer: "You have made {customer.claimCount} claims on {customer.orders} orders.",
      },
    }),
  band: z
    .strictObject({
      band: z.enum(riskBands).meta({ description: "The band of the score.", example: "review" }),
      humanReview: z.boolean().meta({ description: "Whether a human must look; in the high band one must.", example: false }),
      contest: contest.optional(),
    })
    .superRefine((params, context) => {
      if (params.band === "high" && !params.humanReview) {
        context.addIssue({ code: "custom", path: ["humanReview"], message: "must be true in the high band: no score decides by itself" });
      }
      if (params.band !== "low" && params.contest === undefined) {
        const message = `is missing: a customer in the ${params.band} band must be told how to contest`;
        context.addIssue({ code: "custom", path: ["contest"], message });
      }
    })
    .meta({ description: "Puts the score into a band.", example: { band: "low", humanReview: false } }),
  ask: z
    .strictObject({
      evidence: z
        .array(z.enum(evidenceKinds))
        .min(1)
        .meta({ description: "What to ask for.", example: ["photo"] }),
    })
    .meta({ description: "Asks for evidence.", example: { evidence: ["photo"] } }),
  churn: z
    .strictObject({ code: z.string().min(1).meta({ description: "Why the customer may leave.", example: "strong_grievance" }) })
    .meta({ description: "Flags a customer who is likely to leave.", example: { code: "strong_grievance" } }),
};
