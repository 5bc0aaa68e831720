import * as z from "zod";
import { durationSchema } from "./duration.js";
import { field, required, word } from "./field.js";
import { instant, instantSchema } from "./instant.js";
import { provenance } from "./provenance.js";
import { messageAuthors } from "./words.js";

/** The clocks a target can run by. */
export const clockKinds = ["calendar", "business", "business_days", "cut_off", "weekend_grace"] as const;

/** One of {@link clockKinds}. */
export type ClockKind = (typeof clockKinds)[number];

/**
 * Whether a target's clock runs, as of the case's `now`. Only `running` and `overdue` are owed: `paused` while the customer is to answer,
 * `met` and `missed` once it happened, `stopped` where the clock ended and nobody can say whether in time.
 */
export const clockStates = ["running", "overdue", "paused", "met", "missed", "stopped"] as const;

/** One of {@link clockStates}. */
export type ClockState = (typeof clockStates)[number];

const lostTargetSchema = z.object({ rule: z.string(), dueAt: z.string(), within: z.string() });

const countedPauseSchema = z.object({
  from: z.string(),
  /** Null while it lasts. */
  to: z.string().nullable(),
  reason: z.string(),
});

const slaTargetSchema = z.object({
  within: required(durationSchema, { description: "The target.", example: "PT2H", kind: "duration" }),
  warnAfter: required(durationSchema.nullable(), { description: "When to warn, in the same clock.", example: "PT1H", kind: "duration" }),
  dueAt: required(instantSchema, {
    description: "The deadline: met if answered at or before it.",
    example: "2026-03-03T17:00:00Z",
    kind: "instant",
  }),
  clock: required(z.enum(clockKinds), { description: "The clock it runs by.", example: "business" }),
  calendar: required(z.string(), { description: "The calendar it runs by.", example: "default" }),
  zone: required(z.string(), { description: "The zone of that calendar.", example: "America/New_York", kind: "zone" }),
  rule: required(z.string(), { description: "The rule that won.", example: "sla/standard-targets/email" }),
  percent: required(z.number().nullable(), {
    description: "The share of cases that must meet it, where the target has one.",
    example: 85,
    unit: "percent",
  }),
  startedAt: instant("From when its clock runs."),
  stoppedAt: instant("When its clock stopped: at the answer, or when the case was solved. Null while it runs, and where nobody knows."),
  stoppedBy: word(
    [...messageAuthors, "resolution"],
    "Whose answer stopped its clock, or the resolution of the case. Null while it runs.",
    "agent",
  ),
  state: word(
    clockStates,
    "Where it stands at the case's now. Running and overdue are owed; paused while the customer is to answer; met and missed are over; stopped is over, and nobody can say whether in time.",
    "running",
  ),
  answeredBy: field(z.array(z.enum(messageAuthors)), {
    description: "Of a response: whose messages meet it.",
    example: ["agent"],
  }),
  ignoring: field(z.array(z.string()), {
    description: "Of a response: messages with one of these tags don't meet it.",
    example: ["auto_reply"],
  }),
  lost: required(z.array(lostTargetSchema), { description: "The targets that lost, earliest first.", example: [] }),
  pauses: field(z.array(countedPauseSchema), {
    description: "The stretches in which its clock stood still, in order; they move the deadline. Absent where there were none.",
    example: [{ from: "2026-03-03T15:30:00Z", to: "2026-03-03T16:00:00Z", reason: "waiting_customer" }],
  }),
});

const updatesSchema = z.object({
  acknowledgeBy: required(instantSchema, {
    description: "By when to say that it was received.",
    example: "2026-03-03T15:05:00Z",
    kind: "instant",
  }),
  every: required(durationSchema, { description: "How often to report until it is solved.", example: "PT24H", kind: "duration" }),
  at: required(z.array(instantSchema), { description: "The next reports.", example: ["2026-03-04T15:00:00Z"] }),
  rule: required(z.string(), { description: "The rule that set it.", example: "sla/standard-updates/complex" }),
});

/** By when to answer and to solve, and why then. */
export const slaStatusSchema = z.object({
  firstResponse: required(
    slaTargetSchema
      .extend({
        byHandler: required(z.object({ bot: slaTargetSchema.nullable(), human: slaTargetSchema.nullable() }), {
          description: "The target of each handler.",
          example: {},
        }),
      })
      .nullable(),
    { description: "The first response.", example: null },
  ),
  answerDueAt: instant(
    "By when the next answer is owed: the first response or, where a bot has given it, that of the person who takes over; else the next response. Null where none is owed.",
    "2026-03-03T17:00:00Z",
  ),
  nextResponse: field(slaTargetSchema, {
    description:
      "The answer to what the customer wrote after the last one. Absent where there is nothing to answer, or no rule sets a target.",
    example: null,
  }),
  resolution: required(slaTargetSchema.nullable(), { description: "The resolution.", example: null }),
  updates: required(updatesSchema.nullable(), { description: "Acknowledgement and reports on the way.", example: null }),
  offHours: required(z.boolean(), { description: "Whether it came outside service hours.", example: false }),
  autoReply: required(z.string().nullable(), { description: "The automatic reply to send now, a notice kind.", example: "off_hours" }),
  zonesVersion: required(z.string(), { description: "The version of the zone data the deadlines were computed with.", example: "2026a" }),
  ...provenance,
});

export type SlaStatus = z.infer<typeof slaStatusSchema>;
export type SlaTarget = z.infer<typeof slaTargetSchema>;
