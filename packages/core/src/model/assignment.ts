import * as z from "zod";
import { channels, flowSteps, handlers, supportTiers, urgencies } from "./words.js";
import { durationSchema } from "./duration.js";
import { required } from "./field.js";
import { instantSchema } from "./instant.js";
import { provenance } from "./provenance.js";

const candidateSchema = z.object({
  agent: z.string(),
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), points: z.number(), because: z.string() })),
});

const relaxedRequirementSchema = z.object({ requirement: z.string(), because: z.string() });

const excludedAgentSchema = z.object({ agent: z.string(), reason: z.string(), because: z.string() });

const targetSchema = z.object({
  target: z.string().nullable(),
  rule: z.string().nullable(),
  until: instantSchema.nullable(),
  passed: z.array(z.object({ target: z.string(), reason: z.string(), because: z.string() })),
});

const queueNoticeSchema = z.object({
  position: z.number().int().positive().nullable(),
  expectedWait: durationSchema.nullable(),
  rule: z.string(),
});

const flowSchema = z.object({ omit: z.array(z.enum(flowSteps)), rule: z.string() });

/** Who answers. */
export const assignmentSchema = z.object({
  handler: required(z.enum(handlers), { description: "Bot or human.", example: "human" }),
  tier: required(z.enum(supportTiers), { description: "The support tier.", example: "L2" }),
  priority: required(z.enum(urgencies), { description: "The place in the queue.", example: "high" }),
  team: required(z.string().nullable(), { description: "The team that receives it.", example: "eu-support" }),
  agent: required(z.string().nullable(), { description: "The agent who receives it; null puts it in the queue.", example: "agent-7" }),
  language: required(z.string(), { description: "The language it will be answered in.", example: "nl" }),
  translation: required(z.boolean(), { description: "Whether the agent needs translation.", example: false }),
  expectedResponseAt: required(instantSchema.nullable(), {
    description: "When the customer can expect an answer.",
    example: "2026-03-03T16:00:00Z",
    kind: "instant",
  }),
  zonesVersion: z.string().optional().meta({
    description: "The version of the zone data that the expected response was computed with; absent where none is expected.",
    example: "2026a",
  }),
  breachExpected: required(z.boolean(), { description: "Whether that is after the deadline.", example: false }),
  recommendedChannel: required(z.enum(channels).nullable(), { description: "The channel that suits it best.", example: "phone" }),
  onNobody: required(z.enum(["queue", "fallback", "emergency"]).nullable(), {
    description: "What was done as nobody fitted.",
    example: null,
  }),
  relaxed: required(z.array(relaxedRequirementSchema), {
    description: "Requirements that the receiver doesn't meet and that were let go of.",
    example: [{ requirement: "specialty", because: "Specialises in invoice; the case needs logistics_damaged." }],
  }),
  target: targetSchema.optional().meta({
    description: "Where policies name targets to try in turn: which one has the case, until when, and why those before it don't.",
  }),
  queue: queueNoticeSchema.optional().meta({ description: "What to tell a customer who waits in the queue." }),
  flow: flowSchema.optional().meta({ description: "Which steps to leave out while the service is in a surge." }),
  candidates: required(z.array(candidateSchema), { description: "Who could take it, best first, and why.", example: [] }),
  excluded: required(z.array(excludedAgentSchema), { description: "Who could not, and why.", example: [] }),
  context: required(z.record(z.string(), z.unknown()), {
    description: "What the receiver is handed, so that nobody asks again.",
    example: {},
  }),
  ...provenance,
});

export type Assignment = z.infer<typeof assignmentSchema>;
export type AssignmentCandidate = z.infer<typeof candidateSchema>;
export type AssignmentTarget = z.infer<typeof targetSchema>;
export type ExcludedAgent = z.infer<typeof excludedAgentSchema>;
