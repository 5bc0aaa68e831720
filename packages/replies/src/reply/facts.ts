import { booleanFact, latest, numberFact, textFact, type FactCatalogue } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import { selectable } from "../values/choice-lines.js";
import { expectedTimes } from "../values/expected-times.js";
import { evidenceWanted } from "./evidence-wanted.js";
import { recipientCountry, replyLanguage } from "../values/language-of.js";

const undecidedRisk = ({ risk }: CaseFile) => risk === undefined || "undecided" in risk;

const decided = ({ remedies }: CaseFile) => (remedies === undefined || "undecided" in remedies ? undefined : remedies);

/** What the policies of replies read beyond the facts of every case. */
export const replyFacts = {
  "recipient.country": textFact({
    description: "Where the customer lives, or where the order goes.",
    example: "US",
    derive: recipientCountry,
  }),
  "recipient.language": textFact({
    description: "The language the reply is owed in: the one the customer wrote in, else the one the customer prefers.",
    example: "en",
    derive: replyLanguage,
  }),
  "offer.choices": numberFact({
    description: "How many remedies the customer may choose from, an apology aside.",
    example: 3,
    unit: "choices",
    derive: (caseFile) => {
      const remedies = decided(caseFile);
      return remedies === undefined ? undefined : selectable(remedies.choices).length;
    },
  }),
  "offer.apology": booleanFact({
    description: "Whether an apology is part of what was decided.",
    example: true,
    derive: (caseFile) => decided(caseFile)?.choices.some(({ remedy }) => remedy === "apology"),
  }),
  "offer.awaitsApproval": booleanFact({
    description: "Whether somebody must approve the offer before the customer may hear of it.",
    example: false,
    derive: (caseFile) => {
      const remedies = decided(caseFile);
      return remedies === undefined ? undefined : (remedies.approval ?? null) !== null;
    },
  }),
  "evidence.asked": numberFact({
    description: "How many kinds of evidence the customer is asked for: those a customer can give.",
    example: 1,
    unit: "kinds",
    derive: (caseFile, { parameter }) =>
      undecidedRisk(caseFile) ? undefined : evidenceWanted(caseFile, parameter("customerEvidence")).length,
  }),
  "evidence.ours": numberFact({
    description: "How many kinds of evidence are ours to get, from the carrier or from our own inspection.",
    example: 2,
    unit: "kinds",
    derive: (caseFile, { parameter }) =>
      undecidedRisk(caseFile)
        ? undefined
        : evidenceWanted(caseFile, undefined).length - evidenceWanted(caseFile, parameter("customerEvidence")).length,
  }),
  "message.asks": booleanFact({
    description: "Whether the message asks something, by the signs of a question in its text or subject.",
    example: false,
    derive: ({ ticket }, { parameter }) => {
      const signs = parameter("questionSigns");
      const text = `${ticket?.subject ?? ""}\n${ticket?.text ?? ""}`.toLowerCase();
      return ticket && Array.isArray(signs) ? signs.some((sign) => text.includes(String(sign))) : undefined;
    },
  }),
  "sender.known": booleanFact({
    description: "Whether the sender is tied to the shop by an order, now or earlier, or by a customer's account.",
    example: true,
    derive: ({ customer, order, shipment }) =>
      Boolean(order) || Boolean(shipment) || (customer?.id ?? "") !== "" || (customer?.orders ?? 0) > 0,
  }),
  "shipment.wayKnown": booleanFact({
    description: "Whether anything is known of the parcel's way: an event, or when it was shipped.",
    example: true,
    derive: ({ shipment }) => (shipment?.events?.length ?? 0) > 0 || Boolean(shipment?.shippedAt) || Boolean(shipment?.deliveredAt),
  }),
  "shipment.eventCount": numberFact({
    description: "How many events the carrier reported.",
    example: 3,
    unit: "events",
    derive: ({ shipment }) => shipment?.events?.length,
  }),
  "shipment.hasStatus": booleanFact({
    description: "Whether the latest event says where the parcel stands.",
    example: true,
    derive: ({ shipment }) => {
      const status = latest(shipment)?.status;
      return status !== undefined && status !== "unknown";
    },
  }),
  "history.acknowledged": booleanFact({
    description: "Whether the customer already got an off-hours acknowledgement.",
    example: false,
    derive: ({ history }) =>
      (history?.repliesSent ?? []).some(({ template }) => template?.startsWith("off_hours_v") === true) ||
      (history?.noticesSent ?? []).some(({ kind }) => kind === "off_hours"),
  }),
  "queue.told": booleanFact({
    description: "Whether the case waits in a queue whose wait the customer is to be told.",
    example: true,
    derive: ({ assignment }) => (assignment === undefined ? undefined : (assignment.queue ?? null) !== null),
  }),
  "answer.timeKnown": booleanFact({
    description: "Whether earlier stages said when the customer hears next.",
    example: true,
    derive: (caseFile, { now }) => Object.keys(expectedTimes(caseFile, now)).length > 0,
  }),
  "reply.situation": textFact({ description: "The situation that the template was chosen for, once it is chosen.", example: "delay" }),
  "reply.allUsed": booleanFact({ description: "Whether the customer already got every template that fits.", example: false }),
} satisfies FactCatalogue;
