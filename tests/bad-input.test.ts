import { AmendsError, InvalidCaseError, InvalidPolicyError, type Finding } from "@amends/core/errors";
import { parsePolicy } from "@amends/core/rules";
import { createDesk } from "@amends/desk";
import { slaStage } from "@amends/sla/stage";
import { describe, expect, it } from "vitest";

const desk = createDesk();

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const ticket = { channel: "email", text: "Where is it?", createdAt: "2026-03-03T15:00:00Z" };
const now = "2026-03-03T15:00:00Z";

/** What is wrong, the case, and where the error must say it is. */
const badCases: readonly [string, unknown, string][] = [
  ["no object", 42, ""],
  ["an array", [], ""],
  ["neither ticket nor event", { id: "C-1" }, ""],
  ["an event that says nothing", { now, event: {} }, "event.kind"],
  ["an unknown channel", { now, ticket: { ...ticket, channel: "pigeon" } }, "ticket.channel"],
  ["a date without a time", { now, ticket: { ...ticket, createdAt: "2026-03-03" } }, "ticket.createdAt"],
  ["a time without an offset", { now, ticket: { ...ticket, createdAt: "2026-03-03T15:00:00" } }, "ticket.createdAt"],
  ["a day that doesn't exist", { now: "2026-02-30T15:00:00Z", ticket }, "now"],
  ["a number in place of a text", { now, ticket: { ...ticket, text: 7 } }, "ticket.text"],
  ["a zone that doesn't exist", { now, ticket, customer: { zone: "Europe/Atlantis" } }, "customer.zone"],
  ["a country by name", { now, ticket, customer: { country: "Japan" } }, "customer.country"],
  ["a negative count", { now, ticket, customer: { orders: -1 } }, "customer.orders"],
  ["a fraction of an order", { now, ticket, customer: { orders: 1.5 } }, "customer.orders"],
  ["money as a number", { now, ticket, order: { total: 89.9 } }, "order.total"],
  ["an amount with a comma", { now, ticket, order: { total: { amount: "89,90", currency: "EUR" } } }, "order.total.amount"],
  ["more decimals than yen have", { now, ticket, order: { total: { amount: "100.50", currency: "JPY" } } }, "order.total.amount"],
  ["a currency that doesn't exist", { now, ticket, order: { total: { amount: "1", currency: "XYZ" } } }, "order.total.currency"],
  ["a rate as a number", { now, ticket, rates: { base: "USD", date: "2026-03-03", rates: { EUR: 0.92 } } }, "rates.rates.EUR"],
  ["an unknown shipment status", { now, ticket, shipment: { events: [{ at: now, status: "flying" }] } }, "shipment.events[0].status"],
  ["a scan without a time", { now, ticket, shipment: { events: [{ status: "in_transit" }] } }, "shipment.events[0]"],
  ["an unknown event", { now, event: { kind: "order_lost" } }, "event.kind"],
  ["an agent without an id", { now, ticket, agents: [{ team: "eu" }] }, "agents[0].id"],
  ["an agent in no zone", { now, ticket, agents: [{ id: "a", zone: "Here/There" }] }, "agents[0].zone"],
  [
    "a language level beyond five",
    { now, ticket, agents: [{ id: "a", languages: [{ code: "nl", level: 9 }] }] },
    "agents[0].languages[0].level",
  ],
  ["a share above one", { now, ticket, shipment: { laneLossRate: 3 } }, "shipment.laneLossRate"],
  ["a stage's key that is a text", { now, ticket, risk: "high" }, "risk"],
];

describe("a case that can't be read", () => {
  it.each(badCases)("%s is refused with its place", (_, input, path) => {
    const error = thrownBy(() => desk.handle(input));
    expect(InvalidCaseError.isInstance(error)).toBe(true);
    const { findings } = error as InvalidCaseError;
    expect(findings.map((finding) => finding.path)).toContain(path);
    expect(findings.every((finding) => finding.code !== "" && finding.message !== "")).toBe(true);
  });

  it("is refused where its calendar can't be compiled, with the place", () => {
    const calendars = { default: { zone: "Europe/Paris", hours: { mon: [["18:00", "18:00"]] } } };
    const error = thrownBy(() => desk.handle({ now, ticket, calendars }));
    expect(AmendsError.isInstance(error)).toBe(true);
    expect((error as AmendsError).findings[0]?.path).toContain("hours.mon[0]");
  });
});

const policy = {
  policy: "shop/targets",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "strictest",
  parameters: { fast: "PT1H" },
  rules: [
    {
      name: "fast",
      conditions: { all: [{ fact: "ticket.channel", operator: "equal", value: "email" }] },
      event: { type: "respond", params: { within: { fact: "parameters.fast" }, clock: "calendar" } },
    },
  ],
};

type Change = (copy: typeof policy & Record<string, unknown>) => void;
const leaf = (copy: typeof policy) => (copy.rules[0] as (typeof policy.rules)[number]).conditions.all[0] as Record<string, unknown>;

/** What is wrong, how to make it so, the code, and the path. */
const badPolicies: readonly [string, Change, string, string][] = [
  ["no version", (copy) => Reflect.deleteProperty(copy, "version"), "policy_invalid", "version"],
  ["an unknown key", (copy) => void (copy["rulez"] = []), "key_unknown", "rulez"],
  ["an unknown way to decide", (copy) => void (copy.decide = "best"), "policy_invalid", "decide"],
  ["an unknown decision", (copy) => void (copy.decision = "target"), "decision_unknown", "decision"],
  ["another stage", (copy) => void (copy.stage = "remedies"), "stage_mismatch", "stage"],
  ["an unknown fact", (copy) => void (leaf(copy)["fact"] = "ticket.chanel"), "fact_unknown", "rules[0].conditions.all[0].fact"],
  ["an unknown operator", (copy) => void (leaf(copy)["operator"] = "equals"), "unknown_operator", "rules[0].conditions.all[0].operator"],
  ["a word the fact never holds", (copy) => void (leaf(copy)["value"] = "mail"), "word_unknown", "rules[0].conditions.all[0].value"],
  [
    "a parameter that isn't there",
    (copy) => void (leaf(copy)["value"] = { fact: "parameters.none" }),
    "parameter_unknown",
    "rules[0].conditions.all[0].value.fact",
  ],
  [
    "an unknown event",
    (copy) => void ((copy.rules[0] as { event: { type: string } }).event.type = "aim"),
    "event_unknown",
    "rules[0].event.type",
  ],
  ["params the event can't take", (copy) => void (copy.parameters.fast = "soon"), "event_params_invalid", "rules[0].event.params.within"],
  ["two rules of one name", (copy) => void copy.rules.push(structuredClone(copy.rules[0]) as never), "rule_name_twice", "rules[1].name"],
  [
    "dates that never apply",
    (copy) => void Object.assign(copy.rules[0] as object, { effectiveFrom: "2026-02-01", effectiveTo: "2026-01-01" }),
    "dates_never_apply",
    "rules[0].effectiveTo",
  ],
];

describe("a policy that can't be loaded", () => {
  it("starts from one that can", () => {
    expect(parsePolicy(JSON.stringify(policy), { stage: slaStage }).policy).toBe("shop/targets");
  });

  it.each(badPolicies)("%s is refused with code, path, line and column", (_, change, code, path) => {
    const copy = structuredClone(policy) as Parameters<Change>[0];
    change(copy);
    const error = thrownBy(() => parsePolicy(JSON.stringify(copy, null, 2), { stage: slaStage, file: "shop.policy.json" }));
    expect(InvalidPolicyError.isInstance(error)).toBe(true);
    const found = (error as InvalidPolicyError).findings.find((finding: Finding) => finding.code === code && finding.path === path);
    expect(found, JSON.stringify((error as InvalidPolicyError).findings, null, 1)).toMatchObject({
      file: "shop.policy.json",
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  it.each([
    ["nothing", "", "json_syntax"],
    ["a comment", '{ // no\n "a": 1 }', "json_syntax"],
    ["a trailing comma", '{ "a": 1, }', "json_syntax"],
    ["a key twice", '{ "a": 1, "a": 2 }', "json_duplicate_key"],
    ["ten thousand levels", "[".repeat(10_000), "json_too_deep"],
  ])("%s is refused with its place", (_, text, code) => {
    const error = thrownBy(() => parsePolicy(text));
    expect((error as InvalidPolicyError).findings[0]).toMatchObject({ code, line: expect.any(Number), column: expect.any(Number) });
  });
});
