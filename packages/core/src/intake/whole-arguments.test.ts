import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as intake from "./index.js";

const caseFile = { ticket: { channel: "email" } } as const;
const at = "2026-03-03T15:00:00Z";
const message = { id: "M-1", channel: "email", at, from: {}, text: "Where is my parcel?" } as const;

refuseMisfits([
  ["addInternalNote", "caseFile", "object", (given) => intake.addInternalNote(given, { agent: "ann", at, text: "Seen." })],
  ["addInternalNote", "note", "object", (note) => intake.addInternalNote(caseFile, note)],
  ["allowedMoves", "status", "text", (status) => intake.allowedMoves(status)],
  ["nextStatus", "status", "text", (status) => intake.nextStatus(status, "agent_replied" as never)],
  ["nextStatus", "event", "text", (event) => intake.nextStatus("open", event)],
  ["archiveKeys", "caseFile", "object", (given) => intake.archiveKeys(given)],
  ["archiveKeys", "options", "settings", (options) => intake.archiveKeys(caseFile, options)],
  ["bindOrder", "input", "object", (input) => intake.bindOrder(input)],
  ["bindOrder", "options", "settings", (options) => intake.bindOrder({ message } as never, options)],
  ["claimTicket", "caseFile", "object", (given) => intake.claimTicket(given, "ann")],
  ["duplicateWork", "caseFile", "object", (given) => intake.duplicateWork(given, { agent: "ann", at })],
  ["duplicateWork", "asking", "object", (asking) => intake.duplicateWork(caseFile, asking)],
  ["extractReferences", "text", "text", (text) => intake.extractReferences(text)],
  ["extractReferences", "context", "settings", (context) => intake.extractReferences("Order 1234567", context)],
  ["feedbackRecord", "input", "object", (input) => intake.feedbackRecord(input)],
  ["htmlToText", "html", "text", (html) => intake.htmlToText(html)],
  ["isHtml", "text", "text", (text) => intake.isHtml(text)],
  ["intakeMessage", "known", "settings", (known) => intake.intakeMessage(message, known)],
  ["intakeMessage", "options", "settings", (options) => intake.intakeMessage(message, {}, options)],
  ["mergeCases", "cases", "list", (cases) => intake.mergeCases(cases)],
  ["overdueCases", "cases", "list", (cases) => intake.overdueCases(cases, at)],
  ["stripQuotedText", "text", "text", (text) => intake.stripQuotedText(text)],
  ["unhandledCases", "cases", "list", (cases) => intake.unhandledCases(cases)],
]);
