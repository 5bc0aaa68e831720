import { disputeReasons, disputeStates, documentKinds } from "@amends/core/model";
import { moneyFindings } from "@amends/core/money";
import { packReader, type DatedFact, type PackReader } from "@amends/core/packs";
import * as z from "zod";
import { spanSchema } from "../deadlines/span.js";

const money = z
  .strictObject({ amount: z.string(), currency: z.string() })
  .refine((value) => moneyFindings(value).length === 0, { error: "is not an amount of money" });

const scope = {
  because: z.string().min(1).optional(),
  /** Marketplaces, paypal, or card networks; all without any. */
  venues: z.array(z.string().min(1)).min(1).optional(),
  /** The countries of the venue's sites; all without any. */
  countries: z.array(z.string().length(2)).min(1).optional(),
  exceptCountries: z.array(z.string().length(2)).min(1).optional(),
  /** What the buyer says; anything without any. */
  reasons: z.array(z.enum(disputeReasons)).min(1).optional(),
};

/** What a deadline runs from, the first that is known: a key of the case, or `dispute.` with the state that it became. */
const startKey = z.enum([
  "order.placedAt",
  "order.completedAt",
  "shipment.shippedAt",
  "shipment.promisedAt",
  "shipment.deliveredAt",
  "ticket.createdAt",
  "returnRequest.requestedAt",
  "returnRequest.approvedAt",
  "returnRequest.receivedAt",
  ...disputeStates.map((state) => `dispute.${state}` as const),
]);

/** What a venue does where nobody answers. */
export const silenceOutcomes = ["buyer_wins", "stays_lost", "may_escalate", "closes", "nothing", "unknown"] as const;

const deadlineSchema = z.strictObject({
  ...scope,
  kind: z.literal("deadline"),
  because: z.string().min(1),
  duty: z.enum(["open", "escalate", "answer", "provide_information", "submit_evidence", "appeal", "decide", "send_back", "refund"]),
  owedBy: z.enum(["seller", "buyer", "venue"]),
  /** In which states of the dispute it runs; `none` is before there is one. */
  states: z.array(z.enum(["none", ...disputeStates])).min(1),
  from: z.array(startKey).min(1),
  within: z.union([spanSchema, z.strictObject({ bySellerTier: z.record(z.string(), spanSchema) })]),
  /** Whether something may be done from then on, instead of until then. */
  opens: z.boolean().optional(),
  /** Advice, not a duty. */
  recommended: z.boolean().optional(),
  /** Only for amounts above, or up to, this. */
  value: z.union([z.strictObject({ above: money }), z.strictObject({ upTo: money })]).optional(),
  onSilence: z.strictObject({ outcome: z.enum(silenceOutcomes), because: z.string().min(1) }).optional(),
});

const documentsSchema = z.strictObject({
  ...scope,
  kind: z.literal("documents"),
  documents: z
    .array(
      z.strictObject({
        document: z.enum(documentKinds),
        required: z.boolean(),
        because: z.string().min(1),
        /** Wanted only for amounts from one of these on, in its currency. */
        fromValue: z.array(money).min(1).optional(),
      }),
    )
    .min(1),
});

const valueSchema = z.discriminatedUnion("kind", [deadlineSchema, documentsSchema]);

/** What a fact of the pack "marketplace/disputes" says. */
export type DisputeFactValue = z.output<typeof valueSchema>;
/** By when a venue wants something. */
export type DisputeDeadline = z.output<typeof deadlineSchema>;
/** What convinces a venue. */
export type DisputeDocuments = z.output<typeof documentsSchema>;
export type DisputeFact = DatedFact<DisputeFactValue>;

/** Reads packs of dispute rules. */
export const disputePackReader: PackReader<DisputeFactValue> = packReader(valueSchema);
