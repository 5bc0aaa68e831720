import * as z from "zod";
import { evidenceKinds, type RemedyKind } from "@amends/core/model";
import { deadlineStarts, spanSchema } from "../deadlines/span.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";

const code = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: "must be lower-case words joined by _" });
const role = z.string().min(1).meta({ description: "The role that approves.", example: "operations" });
const limit = z.number().nonnegative().meta({ description: "An amount in the policy's currency.", example: 200 });

const additions = z
  .record(z.string().min(1), z.union([z.number().nonnegative(), z.string(), z.boolean()]))
  .meta({ description: "What is added whichever remedy is chosen.", example: { nextPurchaseDiscountPercent: 20 } });

/** A choice as a policy lists it; what it gives is checked by the remedy's own schema. */
const choiceOf = (catalogue: RemedyCatalogue, kinds: readonly [RemedyKind, ...RemedyKind[]]) =>
  z
    .strictObject({
      remedy: z.enum(kinds).meta({ description: "The remedy.", example: "reship" }),
      gives: z.record(z.string(), z.unknown()).meta({ description: "What it gives.", example: { priority: true } }),
      weight: z.number().nonnegative().optional().meta({
        description:
          "How much likelier it is picked than a choice of weight 1; default: the parameter of the remedy, such as reshipPickWeight.",
        example: 2,
      }),
    })
    .superRefine(({ remedy, gives }, context) => {
      const parsed = catalogue[remedy].gives.safeParse(gives);
      for (const issue of parsed.error?.issues ?? [])
        context.addIssue({ code: "custom", path: ["gives", ...issue.path], message: issue.message });
    });

/** What policies may say of the remedies of a catalogue. */
export function remedyEventsOf(catalogue: RemedyCatalogue) {
  const kinds = Object.keys(catalogue) as [RemedyKind, ...RemedyKind[]];
  const remedies = z
    .array(z.enum(kinds))
    .min(1)
    .meta({ description: "Which remedies.", example: ["partial_refund"] });
  const choice = choiceOf(catalogue, kinds);
  return {
    offer: z
      .strictObject({
        tier: z
          .union([z.literal(1), z.literal(2), z.literal(3), z.null()])
          .meta({ description: "The compensation tier; null where none applies.", example: 2 }),
        choices: z
          .array(choice)
          .refine((choices) => new Set(choices.map(({ remedy }) => remedy)).size === choices.length, { error: "offers one remedy twice" })
          .meta({ description: "What the customer may choose from.", example: [{ remedy: "reship", gives: { priority: true } }] }),
        alwaysAdd: additions.optional(),
        returnRequired: z.boolean().optional().meta({ description: "Whether the goods must come back; default: no.", example: false }),
        statutory: remedies
          .optional()
          .meta({ description: "Choices that are owed anyway: no cap and no risk removes them.", example: ["full_refund"] }),
      })
      .meta({ description: "Makes an offer.", example: { tier: 2, choices: [{ remedy: "reship", gives: { priority: true } }] } }),
    add: z
      .strictObject({ alwaysAdd: additions })
      .meta({ description: "Adds to whatever is chosen.", example: { alwaysAdd: { points: 200 } } }),
    exclude: z.strictObject({ remedies, code: code.meta({ description: "Why, in a word.", example: "nothing_to_wait_for" }) }).meta({
      description: "Takes remedies out of the offer, except those that are owed.",
      example: { remedies: ["wait"], code: "nothing_to_wait_for" },
    }),
    hold: z
      .strictObject({
        remedies,
        code: code.meta({ description: "Why, in a word.", example: "waits_for_review" }),
      })
      .meta({
        description:
          "Holds goodwill until a person has looked: the remedies named that aren't owed, coupons that go with a choice, what is added whichever is chosen, and what goes beyond the expectation.",
        example: { remedies: ["gift", "coupon"], code: "waits_for_review" },
      }),
    cap: z
      .strictObject({
        remedies,
        limit: limit.optional(),
        budget: z.string().min(1).optional().meta({ description: "A budget of the case, whose rest is the limit.", example: "goodwill" }),
        per: z.enum(["case", "customer"]).optional().meta({
          description: "Whose earlier payments count toward the limit: this case's, or the customer's goodwill; default: the case's.",
          example: "customer",
        }),
        days: z
          .number()
          .int()
          .positive()
          .optional()
          .meta({ description: "With a customer: how far back goodwill counts; default: as far as is known.", example: 365, unit: "days" }),
        goodwillOnly: z
          .boolean()
          .optional()
          .meta({ description: "Whether it leaves what is owed alone, which then needs no approval either; default: no.", example: true }),
        role,
      })
      .refine((cap) => (cap.limit === undefined) !== (cap.budget === undefined), { error: 'needs either "limit" or "budget"' })
      .refine((cap) => (cap.per === undefined || cap.limit !== undefined) && (cap.days === undefined || cap.per === "customer"), {
        error: '"per" goes with "limit", and "days" with "per": "customer"',
      })
      .meta({
        description: "Caps what remedies may cost. What is owed above it needs the role's approval instead.",
        example: { remedies: ["partial_refund"], limit: 200, role: "operations" },
      }),
    approval: z.strictObject({ role }).meta({ description: "Needs an approval.", example: { role: "operations" } }),
    play: z
      .strictObject({
        play: code.meta({ description: "The play.", example: "de_escalation" }),
        steps: z
          .array(
            z.strictObject({
              step: code.meta({ description: "What is done, in a word.", example: "apologise" }),
              says: z.string().min(1).meta({ description: "What that means, for who does it.", example: "Apologise for what happened." }),
              withinHours: z.number().positive().optional().meta({
                description: "Within how many hours of the play's beginning; default: when the step before is done.",
                example: 1,
                unit: "hours",
              }),
            }),
          )
          .min(1)
          .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, { error: "has one step twice" })
          .optional()
          .meta({ description: "What is done, in this order.", example: [{ step: "apologise", says: "Apologise for what happened." }] }),
      })
      .meta({ description: "Adds a play.", example: { play: "de_escalation" } }),
    carrierClaim: z
      .strictObject({
        reason: z.enum(["lost", "delayed", "damaged"]).meta({ description: "What the carrier is held liable for.", example: "lost" }),
        payFirst: z.boolean().meta({ description: "Whether the customer is paid before the carrier pays.", example: true }),
        evidence: z.array(z.enum(evidenceKinds)).meta({ description: "What the claim needs.", example: ["carrier_statement"] }),
      })
      .meta({ description: "Files a claim with the carrier.", example: { reason: "lost", payFirst: true, evidence: [] } }),
    deadline: z
      .strictObject({
        kind: code.meta({ description: "Which deadline.", example: "eu_withdrawal" }),
        from: z.enum(deadlineStarts).optional().meta({ description: "What it runs from.", example: "shipment.deliveredAt" }),
        within: spanSchema.optional(),
        fact: z.string().min(1).optional().meta({
          description: "The fact of a pack of law, marketplaces or disputes that says from what it runs and how long.",
          example: "eu.withdrawal",
        }),
      })
      .refine(
        ({ from, within, fact }) =>
          (fact === undefined) === (from !== undefined && within !== undefined) && (from === undefined) === (within === undefined),
        {
          error: 'needs either "fact", or "from" and "within"',
        },
      )
      .meta({
        description: "A date that binds the case.",
        example: { kind: "eu_withdrawal", from: "shipment.deliveredAt", within: { days: 14 } },
      }),
  };
}

export type RemedyEvents = ReturnType<typeof remedyEventsOf>;

/** The decisions of the remedies stage and the events each is made of. */
export const remedyDecisions = {
  offer: ["offer"],
  additions: ["add"],
  exclusions: ["exclude", "hold"],
  caps: ["cap"],
  approvals: ["approval"],
  plays: ["play"],
  carrierClaim: ["carrierClaim"],
  deadlines: ["deadline"],
} as const;

export type RemedyDecisions = typeof remedyDecisions;
