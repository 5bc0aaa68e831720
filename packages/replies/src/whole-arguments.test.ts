import { describe, expect, it } from "vitest";
import * as replies from "./index.js";
import { replyStage } from "./stage/index.js";

/** What can't stand in the place of an argument of each kind. */
const misfits = {
  object: [null, undefined, 7, "text", []],
  settings: [null, 7, "text", []],
  list: [null, 7, "text", {}],
  text: [null, undefined, 7, [], {}],
} as const;

const sent = replies.protectText("We refund $25.00.");
const telling = { template: "refund_approved" };

const places: readonly [name: string, argument: string, kind: keyof typeof misfits, call: (value: never) => unknown][] = [
  ["protectText", "text", "text", (text) => replies.protectText(text)],
  ["protectText", "values", "list", (values) => replies.protectText("We refund $25.00.", values)],
  ["protectedValues", "caseFile", "object", (caseFile) => replies.protectedValues(caseFile, "en")],
  ["protectedValues", "language", "text", (language) => replies.protectedValues({}, language)],
  ["restoreText", "translated", "text", (translated) => replies.restoreText(translated, sent)],
  ["restoreText", "sent", "object", (given) => replies.restoreText("Wir erstatten ⟦1⟧.", given)],
  ["renderNotice", "telling", "object", (given) => replies.renderNotice(given, {})],
  ["renderNotice", "to", "object", (to) => replies.renderNotice(telling, to)],
  ["renderNotice", "context", "settings", (context) => replies.renderNotice(telling, {}, context)],
  ["renderTimeline", "shipment", "object", (shipment) => replies.renderTimeline(shipment, { language: "en" })],
  ["renderTimeline", "options", "object", (options) => replies.renderTimeline({}, options)],
  ["timelineSvg", "timeline", "object", (timeline) => replies.timelineSvg(timeline)],
  ["replyStage.run", "caseFile", "object", (caseFile) => replyStage.run(caseFile)],
];

describe.each(places)("%s, in the place of %s", (_, argument, kind, call) => {
  it.each(misfits[kind])("%j is refused by that name", (value) => {
    const refusal = { code: "argument_invalid", findings: [expect.objectContaining({ code: "argument_invalid", path: argument })] };
    expect(() => call(value as never)).toThrow(expect.objectContaining(refusal));
  });
});
