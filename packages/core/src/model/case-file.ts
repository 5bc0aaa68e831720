import * as z from "zod";
import { calendarDefinitionSchema } from "../time/calendar-definition.js";
import { agentSchema } from "./agent.js";
import { assignmentSchema } from "./assignment.js";
import { auditRecordSchema } from "./audit-record.js";
import { botAttemptSchema } from "./bot-attempt.js";
import { carrierClaimRecordSchema } from "./carrier-claim-record.js";
import { claimSchema } from "./claim.js";
import { classificationSchema } from "./classification.js";
import { customerSchema } from "./customer.js";
import { customsSchema } from "./customs.js";
import { disputeSchema } from "./dispute.js";
import { exchangeRatesSchema } from "./exchange-rates.js";
import { field, text } from "./field.js";
import { followUpSchema } from "./follow-up.js";
import { happeningSchema } from "./happening.js";
import { historySchema } from "./history.js";
import { instant } from "./instant.js";
import { languageSchema } from "./language.js";
import { noticeSchema } from "./notice.js";
import { orderSchema } from "./order.js";
import { paymentSchema } from "./payment.js";
import { budgetSchema, payoutSchema } from "./payout.js";
import { peersSchema } from "./peers.js";
import { queueSchema } from "./queue.js";
import { remediesOrUndecidedSchema } from "./remedies.js";
import { replySchema } from "./reply.js";
import { returnRequestSchema } from "./return-request.js";
import { riskOrUndecidedSchema } from "./risk.js";
import { shipmentSchema } from "./shipment.js";
import { slaStatusSchema } from "./sla-status.js";
import { ticketSchema } from "./ticket.js";

/** What a host hands in: everything but a ticket or an event is optional. */
export const caseInputSchema = z
  .object({
    id: text("The case's id.", "C-1"),
    now: instant("The clock of this case."),
    ticket: ticketSchema.nullish(),
    event: happeningSchema.nullish(),
    customer: customerSchema.nullish(),
    order: orderSchema.nullish(),
    shipment: shipmentSchema.nullish(),
    customs: customsSchema.nullish(),
    claim: claimSchema.nullish(),
    returnRequest: returnRequestSchema.nullish(),
    dispute: disputeSchema.nullish(),
    carrierClaim: carrierClaimRecordSchema.nullish(),
    peers: peersSchema.nullish(),
    payment: paymentSchema.nullish(),
    rates: exchangeRatesSchema.nullish(),
    history: historySchema.nullish(),
    payouts: field(z.array(payoutSchema), { description: "Remedies already paid on this case.", example: [] }),
    budgets: field(z.array(budgetSchema), { description: "The pots that payouts come from.", example: [] }),
    agents: field(z.array(agentSchema), { description: "Who could answer; overrides the desk's roster.", example: [] }),
    calendars: field(z.record(z.string(), calendarDefinitionSchema), {
      description: "Service calendars; override the desk's.",
      example: {},
    }),
    bot: botAttemptSchema.nullish(),
    queue: queueSchema.nullish(),
  })
  .refine((caseFile) => (caseFile.ticket ?? caseFile.event ?? null) !== null, {
    error: 'needs a "ticket" or an "event"',
    // Also where something else is wrong, so that everything is said at once.
    when: ({ value }) => typeof value === "object" && value !== null && !Array.isArray(value),
  });

/** What the stages add, one key each, in this order. */
export const stageOutputs = {
  language: languageSchema,
  classification: classificationSchema,
  risk: riskOrUndecidedSchema,
  sla: slaStatusSchema,
  assignment: assignmentSchema,
  remedies: remediesOrUndecidedSchema,
  reply: replySchema,
  followUps: z.array(followUpSchema),
  notices: z.array(noticeSchema),
  audit: auditRecordSchema,
};

/** The case file: what goes in and what the stages add. */
export const caseFileSchema = z.object({ ...caseInputSchema.shape, ...z.object(stageOutputs).partial().shape });

export type CaseInput = z.infer<typeof caseInputSchema>;
export type CaseFile = z.infer<typeof caseFileSchema>;

/** The keys that stages write. */
export type StageKey = keyof typeof stageOutputs;
export const stageKeys = Object.keys(stageOutputs) as readonly StageKey[];
