import { describe, expect, it } from "vitest";
import * as compliance from "./compliance/index.js";
import * as sla from "./index.js";
import { slaStage } from "./stage/sla-stage.js";

/** What can't stand in the place of an argument of each kind. */
const misfits = {
  object: [null, undefined, 7, "text", []],
  settings: [null, 7, "text", []],
  list: [null, undefined, 7, "text", {}],
  policies: [null, 7, "text", {}],
  events: [null, undefined, 7, "text", {}],
} as const;

const caseFile = { now: "2026-03-03T15:00:00Z", ticket: { channel: "email" } } as const;

const places: readonly [name: string, argument: string, kind: keyof typeof misfits, call: (value: never) => unknown][] = [
  ["evaluateSla", "context", "settings", (context) => sla.evaluateSla(caseFile, undefined, context)],
  ["evaluateSla", "policySet", "policies", (policySet) => sla.evaluateSla(caseFile, policySet)],
  ["slaStatus", "context", "settings", (context) => sla.slaStatus(caseFile, 0, undefined, context)],
  ["slaStatus", "policySet", "policies", (policySet) => sla.slaStatus(caseFile, 0, policySet)],
  ["nextAlarm", "context", "settings", (context) => sla.nextAlarm(caseFile, 0, undefined, context)],
  ["slaStage.run", "caseFile", "object", (given) => slaStage.run(given)],
  ["fitSatisfactionCurve", "observations", "list", (observations) => sla.fitSatisfactionCurve(observations)],
  ["forecastBreaches", "options", "object", (options) => sla.forecastBreaches(options)],
  ["satisfactionAfter", "curve", "settings", (curve) => sla.satisfactionAfter(60, curve)],
  ["valueOfMinuteSaved", "curve", "settings", (curve) => sla.valueOfMinuteSaved(60, curve)],
  ["complianceOf", "events", "events", (events) => compliance.complianceOf(events)],
  ["complianceOf", "settings", "settings", (settings) => compliance.complianceOf([], settings)],
  ["complianceOfStream", "events", "events", (events) => compliance.complianceOfStream(events)],
  ["complianceOfStream", "settings", "settings", (settings) => compliance.complianceOfStream([] as never, settings)],
  ["judgeCases", "events", "events", (events) => [...compliance.judgeCases(events)]],
  ["judgeCases", "settings", "settings", (settings) => [...compliance.judgeCases([], settings)]],
  ["createCompliance", "settings", "settings", (settings) => compliance.createCompliance(settings)],
  ["createLatenessBaseline", "options", "settings", (options) => compliance.createLatenessBaseline(options)],
  ["latenessBaseline", "events", "events", (events) => compliance.latenessBaseline(events)],
  ["latenessBaseline", "options", "settings", (options) => compliance.latenessBaseline([], options)],
  ["resolveComplianceOptions", "options", "settings", (options) => compliance.resolveComplianceOptions(options)],
];

describe.each(places)("%s, in the place of %s", (_, argument, kind, call) => {
  it.each(misfits[kind])("%j is refused by that name", async (value) => {
    const refusal = (async () => call(value as never))();
    await expect(refusal).rejects.toMatchObject({ code: "argument_invalid", findings: [{ code: "argument_invalid", path: argument }] });
  });
});
