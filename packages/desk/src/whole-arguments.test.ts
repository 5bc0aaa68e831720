import { describe, expect, it } from "vitest";
import * as desks from "./index.js";

/** What can't stand in the place of an argument of each kind. */
const misfits = {
  object: [null, undefined, 7, "text", []],
  settings: [null, 7, "text", []],
  alarm: [7, "text", []],
  log: [null, undefined, 7, "text", {}],
} as const;

const desk = desks.createDesk({ stages: [] });
const caseFile = { now: "2026-03-03T15:00:00Z" };
const message = { id: "M-1", channel: "email", at: "2026-03-03T15:00:00Z", from: {}, text: "Where is my parcel?" } as const;
const request = { body: new Uint8Array(), headers: {} };
const source: desks.WebhookSource<unknown> = { verify: async () => ({ ok: true }), parse: () => [] };

const places: readonly [name: string, argument: string, kind: keyof typeof misfits, call: (value: never) => unknown][] = [
  ["createDesk", "options", "settings", (options) => desks.createDesk(options)],
  ["desk.process", "message", "object", (given) => desk.process(given)],
  ["desk.process", "options", "settings", (options) => desk.process(message, options)],
  ["desk.replay", "log", "log", (log) => [...desk.replay(log)]],
  ["desk.runStages", "caseFile", "object", (given) => desk.runStages(given)],
  ["desk.runStages", "options", "settings", (options) => desk.runStages(caseFile, options)],
  ["desk.translateReply", "caseFile", "object", (given) => desk.translateReply(given, { to: "de" })],
  ["desk.translateReply", "options", "object", (options) => desk.translateReply(caseFile, options)],
  ["caseTimers", "caseFile", "object", (given) => desks.caseTimers(given)],
  ["caseTimers", "alarm", "alarm", (alarm) => desks.caseTimers(caseFile, alarm)],
  ["outboundMessages", "caseFile", "object", (given) => desks.outboundMessages(given)],
  ["receiveWebhook", "request", "object", (given) => desks.receiveWebhook(given, source)],
  ["receiveWebhook", "source", "object", (given) => desks.receiveWebhook(request, given)],
];

describe.each(places)("%s, in the place of %s", (_, argument, kind, call) => {
  it.each(misfits[kind])("%j is refused by that name", async (value) => {
    const refusal = (async () => call(value as never))();
    await expect(refusal).rejects.toMatchObject({ code: "argument_invalid", findings: [{ code: "argument_invalid", path: argument }] });
  });
});
