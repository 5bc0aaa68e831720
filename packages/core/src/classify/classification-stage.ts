import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import { defineStage } from "../stage/define-stage.js";
import { decideClassification } from "./decide-classification.js";
import { classificationDecisions, classificationEvents } from "./events.js";
import { classificationFacts, labelScores } from "./facts.js";
import { ownLabelFacts, ownLabelsOf } from "./own-labels.js";
import { readTicket, type ReadingOptions, type TicketReading } from "./read-ticket.js";
import { standardClassificationPolicies } from "./standard-policies.js";
import { ticketLanguage } from "./ticket-language.js";

/**
 * The classification stage with other lexicons or with a statistical model. Labels of your own that the lexicons give points to are
 * facts of this stage's policies, such as `scores.own.battery_recall`, and its event `label` puts their names into
 * `classification.labels`.
 *
 * @example
 * import { createClassificationStage, parseLexicon } from "@amends/core/classify";
 * const lexicon = parseLexicon({ language: "sv", phrases: { invoice: { 5: ["skicka kvitto"] } } });
 * const stage = createClassificationStage({ lexicons: { sv: lexicon } });
 * const ticket = { channel: "email", text: "Kan ni skicka kvitto?" } as const;
 * stage.run({ ticket: { ...ticket, language: "sv" } }, undefined, { now: 0 }).issueType; // => "invoice"
 */
export function createClassificationStage(options: ReadingOptions = {}) {
  requireObject(options, "options");
  const own = ownLabelFacts(ownLabelsOf(options.lexicons));
  return defineStage({
    name: "classification",
    reads: ["ticket", "language", "customer", "order", "shipment"],
    writes: "classification",
    facts: { ...classificationFacts, ...own },
    events: classificationEvents,
    decisions: classificationDecisions,
    policies: standardClassificationPolicies,
    prepare: (caseFile): TicketReading => {
      const { ticket } = caseFile;
      if (ticket === undefined || ticket === null) throw noTicket();
      return readTicket(ticket, ticketLanguage(ticket, caseFile.language), options, knownOf(caseFile));
    },
    decide: (caseFile, evaluation, _context, policySet) => {
      if ((caseFile.ticket?.text ?? "").trim() === "") evaluation.lacks("ticket.text");
      const reading = evaluation.prepared as TicketReading;
      // Most labels have no points: to be asked for each of some forty costs more than to set them all.
      evaluation.setNumbers(labelScores, reading.points);
      return decideClassification(reading, evaluation, policySet);
    },
  });
}

/** What the case knows already that tells ids and currencies in the text. */
function knownOf({ ticket, order, shipment }: CaseFile): Parameters<typeof readTicket>[3] {
  const currency = order?.total?.currency;
  const marketplace = ticket?.marketplace;
  const orderId = order?.id;
  const trackingNumber = shipment?.trackingNumber;
  if (!currency && !marketplace && !orderId && !trackingNumber) return nothingKnown;
  return {
    ...(currency ? { currency } : {}),
    ...(marketplace ? { marketplace } : {}),
    ...(orderId ? { orderIds: [orderId] } : {}),
    ...(trackingNumber ? { trackingNumbers: [trackingNumber] } : {}),
  };
}

const nothingKnown = {};

function noTicket(): InvalidCaseError {
  return new InvalidCaseError([
    { code: "ticket_missing", message: "there is no ticket to read", path: "ticket", expected: "a ticket with a text" },
  ]);
}

/**
 * The classification stage with the standard lexicons and no statistical model.
 *
 * @throws {InvalidCaseError} where the case has no ticket.
 * @example
 * import { classificationStage } from "@amends/core/classify";
 * const ticket = { channel: "email", text: "I was charged twice for one order" } as const;
 * classificationStage.run({ ticket }, undefined, { now: 0 }).urgency; // => "urgent"
 */
export const classificationStage = createClassificationStage();
