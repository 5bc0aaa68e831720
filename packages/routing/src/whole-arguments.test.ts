import { describe, expect, it } from "vitest";
import * as routing from "./index.js";
import * as simulation from "./simulation/index.js";
import { setup } from "./simulation/testing/sample-setup.js";

/** What can't stand in the place of an argument of each kind. */
const misfits = {
  object: [null, undefined, 7, "text", []],
  settings: [null, 7, "text", []],
  list: [null, undefined, 7, "text", {}],
  policies: [null, 7, "text", {}],
} as const;

const caseFile = { id: "C-1", now: "2026-03-03T15:00:00Z", ticket: { channel: "email" } } as const;
const kind = { name: "chat", handleSeconds: 300 };

const places: readonly [name: string, argument: string, kind: keyof typeof misfits, call: (value: never) => unknown][] = [
  ["routeTicket", "context", "settings", (context) => routing.routeTicket(caseFile, undefined, context)],
  ["routeTicket", "policySet", "policies", (policySet) => routing.routeTicket(caseFile, policySet)],
  ["assignBatch", "cases", "list", (cases) => routing.assignBatch(cases)],
  ["assignBatch", "policySet", "policies", (policySet) => routing.assignBatch([caseFile], policySet)],
  ["assignBatch", "context", "settings", (context) => routing.assignBatch([caseFile], undefined, context)],
  ["assignBatch", "options", "settings", (options) => routing.assignBatch([caseFile], undefined, {}, options)],
  ["agentsNeeded", "target", "object", (target) => routing.agentsNeeded(target)],
  ["erlangA", "load", "object", (load) => routing.erlangA(load)],
  ["erlangC", "load", "object", (load) => routing.erlangC(load)],
  ["expectedWait", "place", "object", (place) => routing.expectedWait(place)],
  ["forecastArrivals", "history", "object", (history) => routing.forecastArrivals(history)],
  ["staffingPlan", "request", "object", (request) => routing.staffingPlan(request)],
  ["surgeState", "outlook", "object", (outlook) => routing.surgeState(outlook)],
  ["arrivalsAtRates", "rates", "object", (rates) => simulation.arrivalsAtRates(rates)],
  ["arrivalsOfHistory", "kinds", "list", (kinds) => simulation.arrivalsOfHistory(kinds, [])],
  ["arrivalsOfHistory", "tickets", "list", (tickets) => simulation.arrivalsOfHistory([kind], tickets)],
  ["assignBySkills", "kind", "object", (given) => simulation.assignBySkills(given, { id: "a" })],
  ["assignBySkills", "agent", "object", (agent) => simulation.assignBySkills(kind, agent)],
  ["compareSimulations", "first", "object", (first) => simulation.compareSimulations(first, setup)],
  ["compareSimulations", "second", "object", (second) => simulation.compareSimulations(setup, second)],
  ["compareSimulations", "options", "settings", (options) => simulation.compareSimulations(setup, setup, options)],
  ["simulate", "setup", "object", (given) => simulation.simulate(given)],
];

describe.each(places)("%s, in the place of %s", (_, argument, misfit, call) => {
  it.each(misfits[misfit])("%j is refused by that name", (value) => {
    const refusal = { code: "argument_invalid", findings: [expect.objectContaining({ code: "argument_invalid", path: argument })] };
    expect(() => call(value as never)).toThrow(expect.objectContaining(refusal));
  });
});
