import { channels, flowSteps, handlers, queueStates, supportTiers, urgencies } from "@amends/core/model";
import { readDuration } from "@amends/core/time";
import * as z from "zod";
import { batchCriteria } from "./batch/batch-criterion.js";
import { relaxations } from "./roster/relaxation.js";
import { criteria } from "./receiver/criterion.js";
import { skipReasons, targetPersons } from "./targets/target.js";

const duration = z.string().refine((value) => readDuration(value) !== undefined, {
  error: "is not a duration; expected ISO 8601 such as PT2H or PT30M",
});
const nothing = z.strictObject({});
const skills = z.array(z.string().min(1)).nonempty();
const names = skills;
const level = z.number().min(1).max(5);

/** What routing policies can say. */
export const events = {
  queueState: z
    .strictObject({ state: z.enum(queueStates) })
    .meta({ description: "How busy the service is, where the host doesn't say.", example: { state: "surge" } }),
  handler: z.strictObject({ handler: z.enum(handlers) }).meta({ description: "Bot or human.", example: { handler: "human" } }),
  tier: z.strictObject({ tier: z.enum(supportTiers) }).meta({ description: "The support tier the case needs.", example: { tier: "L2" } }),
  priority: z
    .strictObject({ priority: z.enum(urgencies) })
    .meta({ description: "A place in the queue; of several, the most urgent counts.", example: { priority: "high" } }),
  minimumLanguageLevel: z.strictObject({ level }).meta({
    description: "How well the agent must write the customer's language, 1 to 5; of several, the highest counts.",
    example: { level: 3 },
  }),
  translation: nothing.meta({ description: "An agent without the language may answer through translation.", example: {} }),
  requireSpecialty: nothing.meta({ description: "Only agents whose skills name the issue type.", example: {} }),
  requireProductLine: nothing.meta({ description: "Only agents who know one of the order's product lines.", example: {} }),
  requireSkills: z.strictObject({ skills }).meta({
    description: "Only agents who have all of these skills of the host's own; those of several rules add up.",
    example: { skills: ["customs-broker"] },
  }),
  admitTemporary: nothing.meta({ description: "Agents hired for a peak may take the case too.", example: {} }),
  unsaid: z
    .strictObject({ languageLevel: level.optional(), tier: z.enum(supportTiers).optional() })
    .meta({ description: "What to take an agent for where the roster doesn't say.", example: { languageLevel: 3, tier: "L2" } }),
  weight: z
    .strictObject({ criterion: z.enum(criteria), points: z.number().nonnegative() })
    .meta({ description: "What a criterion is worth; several on one criterion add up.", example: { criterion: "specialty", points: 25 } }),
  preferSkills: z.strictObject({ skills }).meta({
    description: "Skills of the host's own that help; they earn the points of the criterion skills, each its share.",
    example: { skills: ["b2b"] },
  }),
  relatedLanguages: z.strictObject({ languages: z.array(z.string().min(1)).nonempty() }).meta({
    description: "Languages so near to that of the case that who writes one can check a translation.",
    example: { languages: ["es", "pt", "it"] },
  }),
  region: z
    .strictObject({ region: z.string().min(1) })
    .meta({ description: "A region the customer belongs to.", example: { region: "EU" } }),
  channel: z
    .strictObject({ channel: z.enum(channels) })
    .meta({ description: "The channel that suits the case best.", example: { channel: "phone" } }),
  fallback: z.strictObject({ relax: z.array(z.enum(relaxations)).nonempty() }).meta({
    description:
      "Let go of requirements one after the other until somebody fits, of a lower_… one by a single step, of the language only where translation is allowed.",
    example: { relax: ["product_line", "specialty"] },
  }),
  emergency: z
    .strictObject({ teams: z.array(z.string().min(1)).nonempty() })
    .meta({ description: "Hand the case to whoever of these teams is at work anywhere.", example: { teams: ["emergency"] } }),
  waitForLanguage: z
    .strictObject({ longest: duration, withoutDeadline: duration, relax: z.array(z.enum(relaxations)).nonempty().optional() })
    .meta({
      description:
        "Queue it with a team that writes the language, where its answer is expected by the deadline of the first response and within longest; where there is no deadline, within withoutDeadline. Requirements of relax are let go of one after the other, never the language.",
      example: { longest: "PT12H", withoutDeadline: "PT2H" },
    }),
  queue: z.strictObject({ waitForLanguage: duration.optional() }).meta({
    description: "Queue it with the team that opens first; one that writes the language goes first if it opens within that time after.",
    example: { waitForLanguage: "PT8H" },
  }),
  handover: z.strictObject({ penalty: duration, withinTeam: duration.optional() }).meta({
    description:
      "How much sooner somebody else must be able to start than the owner of the ticket before it is handed over; withinTeam for a colleague of the owner's team, the same where it isn't said.",
    example: { penalty: "PT1H", withinTeam: "PT15M" },
  }),
  target: z
    .strictObject({
      target: z.string().min(1),
      who: z.enum(targetPersons).optional(),
      teams: names.optional(),
      agents: names.optional(),
      regions: names.optional(),
      relax: z.array(z.enum(relaxations)).nonempty().optional(),
      timeout: duration,
      skipIf: z.array(z.enum(skipReasons)).nonempty().optional(),
    })
    .meta({
      description:
        "One of the targets that are tried in turn, in the order of the rules: agents who meet all that is named here, and the requirements but those of relax. The next one is tried once the case has waited for timeout, or at once where one of skipIf holds.",
      example: { target: "own-team", teams: ["eu-support"], timeout: "PT15M", skipIf: ["closed"] },
    }),
  simplify: z.strictObject({ omit: z.array(z.enum(flowSteps)).nonempty() }).meta({
    description: "Steps of handling the case to leave out for now.",
    example: { omit: ["satisfaction_survey"] },
  }),
  tellQueue: nothing.meta({
    description: "Tell a customer who waits in the queue the place in it and the expected wait.",
    example: {},
  }),
  batchCost: z.strictObject({ criterion: z.enum(batchCriteria), points: z.number().nonnegative() }).meta({
    description:
      "What assigning a backlog at once counts against a ticket's place: each point of score lost (fit), a full load (fairness), an answer after the deadline (late), each requirement let go of (relaxed), staying in the queue (queued). Several on one criterion add up.",
    example: { criterion: "late", points: 150 },
  }),
  unsaidCapacity: z.strictObject({ tickets: z.number().int().positive() }).meta({
    description: "How many open tickets an agent takes in a batch where the roster doesn't say.",
    example: { tickets: 5 },
  }),
  workAhead: z.strictObject({ perOpenTicket: duration }).meta({
    description: "How long each ticket that the agent has open holds up one more, in the agent's hours.",
    example: { perOpenTicket: "PT10M" },
  }),
  wait: z.strictObject({ whenBusy: duration, afterOpening: duration, latestAfterOpening: duration }).meta({
    description: "How long a queued case waits, in the receiving team's hours, and the latest after its next working day starts.",
    example: { whenBusy: "PT30M", afterOpening: "PT1H", latestAfterOpening: "PT2H" },
  }),
};

/** The decisions of routing, in the order they are asked. */
export const decisions = {
  queueState: ["queueState"],
  handler: ["handler"],
  tier: ["tier"],
  priority: ["priority"],
  channel: ["channel"],
  requirements: [
    "minimumLanguageLevel",
    "translation",
    "requireSpecialty",
    "requireProductLine",
    "requireSkills",
    "admitTemporary",
    "unsaid",
  ],
  regions: ["region"],
  weights: ["weight", "preferSkills"],
  relatedLanguages: ["relatedLanguages"],
  targets: ["target"],
  handover: ["handover"],
  nobody: ["waitForLanguage", "fallback", "emergency", "queue"],
  workAhead: ["workAhead"],
  wait: ["wait"],
  surge: ["simplify", "tellQueue"],
  batch: ["batchCost", "unsaidCapacity"],
} as const;
