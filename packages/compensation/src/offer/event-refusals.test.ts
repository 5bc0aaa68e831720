import { describe, expect, it } from "vitest";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { remedyEventsOf, type RemedyEvents } from "./events.js";

type EventType = keyof RemedyEvents;

/** What is refused of an event's params: where, and in which words. */
function refusals(type: EventType, params: unknown): [string, string][] {
  const { error } = remedyEventsOf(remedyCatalogue)[type].safeParse(params);
  return (error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

const words = "must be lower-case words joined by _";
const cap = { remedies: ["gift"], role: "operations" };
const refund = { remedy: "full_refund", gives: { refundPercent: 100 } };
const step = { step: "apologise", says: "Apologise." };
const claim = { reason: "lost", payFirst: true, evidence: [] };

describe("params of remedies", () => {
  it.each<[EventType, unknown]>([
    ["offer", { tier: null, choices: [] }],
    ["offer", { tier: 1, choices: [refund, { remedy: "gift", gives: { gift: "mug" }, weight: 0 }], returnRequired: true }],
    ["offer", { tier: 3, choices: [refund], alwaysAdd: { points: 0, gift: "mug", freeShipping: true }, statutory: ["full_refund"] }],
    ["add", { alwaysAdd: {} }],
    ["cap", { ...cap, limit: 0 }],
    ["cap", { ...cap, limit: 5, per: "case", goodwillOnly: true }],
    ["cap", { ...cap, limit: 5, per: "customer", days: 1 }],
    ["cap", { ...cap, budget: "goodwill" }],
    ["play", { play: "call_back" }],
    ["play", { play: "call_back", steps: [step, { ...step, step: "call", withinHours: 0.5 }] }],
    ["deadline", { kind: "a1", fact: "eu.withdrawal" }],
    ["deadline", { kind: "promise", from: "order.placedAt", within: { hours: 1 } }],
    ["carrierClaim", claim],
  ])("of %s are taken as %j", (type, params) => {
    expect(refusals(type, params)).toEqual([]);
  });

  it.each<[EventType, unknown, string, string]>([
    ["offer", { tier: 1, choices: [refund, refund] }, "choices", "offers one remedy twice"],
    ["exclude", { remedies: ["gift"], code: "Not now" }, "code", words],
    ["exclude", { remedies: ["gift"], code: "1_no" }, "code", words],
    ["hold", { remedies: ["gift"], code: "" }, "code", words],
    ["play", { play: "De-escalation" }, "play", words],
    ["play", { play: "sorry", steps: [{ ...step, step: "say sorry" }] }, "steps.0.step", words],
    ["play", { play: "sorry", steps: [step, { ...step, says: "Once more." }] }, "steps", "has one step twice"],
    ["deadline", { kind: "", fact: "eu.withdrawal" }, "kind", words],
    ["cap", cap, "", 'needs either "limit" or "budget"'],
    ["cap", { ...cap, limit: 1, budget: "goodwill" }, "", 'needs either "limit" or "budget"'],
    ["cap", { ...cap, budget: "goodwill", per: "case" }, "", '"per" goes with "limit", and "days" with "per": "customer"'],
    ["cap", { ...cap, limit: 1, days: 30 }, "", '"per" goes with "limit", and "days" with "per": "customer"'],
    ["cap", { ...cap, limit: 1, days: 30, per: "case" }, "", '"per" goes with "limit", and "days" with "per": "customer"'],
    ["deadline", { kind: "a" }, "", 'needs either "fact", or "from" and "within"'],
    ["deadline", { kind: "a", from: "order.placedAt" }, "", 'needs either "fact", or "from" and "within"'],
    ["deadline", { kind: "a", within: { days: 1 } }, "", 'needs either "fact", or "from" and "within"'],
    ["deadline", { kind: "a", fact: "f", from: "order.placedAt" }, "", 'needs either "fact", or "from" and "within"'],
    ["deadline", { kind: "a", fact: "f", within: { days: 1 } }, "", 'needs either "fact", or "from" and "within"'],
    ["deadline", { kind: "a", fact: "f", from: "order.placedAt", within: { days: 1 } }, "", 'needs either "fact", or "from" and "within"'],
  ])("of %s are refused as %j, at %j in words of their own", (type, params, path, message) => {
    expect(refusals(type, params)).toEqual([[path, message]]);
  });

  it.each<[EventType, unknown, string]>([
    ["offer", { tier: 4, choices: [] }, "tier"],
    ["offer", { tier: 1 }, "choices"],
    ["offer", { tier: 1, choices: [], more: 1 }, ""],
    ["offer", { tier: 1, choices: [{ ...refund, remedy: "money" }] }, "choices.0.remedy"],
    ["offer", { tier: 1, choices: [{ ...refund, weight: -1 }] }, "choices.0.weight"],
    ["offer", { tier: 1, choices: [refund, { remedy: "gift", gives: { gift: 3 } }] }, "choices.1.gives.gift"],
    ["offer", { tier: 1, choices: [{ remedy: "full_refund", gives: { refundPercent: 101 } }] }, "choices.0.gives.refundPercent"],
    ["offer", { tier: 1, choices: [{ remedy: "apology", gives: { loud: true } }] }, "choices.0.gives"],
    ["offer", { tier: 1, choices: [], statutory: [] }, "statutory"],
    ["add", { alwaysAdd: { points: -1 } }, "alwaysAdd.points"],
    ["add", { alwaysAdd: { "": 1 } }, "alwaysAdd."],
    ["exclude", { remedies: [], code: "a" }, "remedies"],
    ["hold", { remedies: ["gift"], code: "a", role: "operations" }, ""],
    ["cap", { ...cap, limit: -0.01 }, "limit"],
    ["cap", { ...cap, budget: "" }, "budget"],
    ["cap", { ...cap, limit: 1, role: "" }, "role"],
    ["cap", { ...cap, limit: 1, per: "order" }, "per"],
    ["cap", { ...cap, limit: 1, per: "customer", days: 0 }, "days"],
    ["cap", { ...cap, limit: 1, per: "customer", days: 1.5 }, "days"],
    ["approval", { role: "" }, "role"],
    ["play", { play: "sorry", steps: [] }, "steps"],
    ["play", { play: "sorry", steps: [{ ...step, says: "" }] }, "steps.0.says"],
    ["play", { play: "sorry", steps: [{ ...step, withinHours: 0 }] }, "steps.0.withinHours"],
    ["carrierClaim", { ...claim, reason: "late" }, "reason"],
    ["carrierClaim", { ...claim, evidence: ["a word"] }, "evidence.0"],
    ["deadline", { kind: "a", fact: "" }, "fact"],
    ["deadline", { kind: "a", from: "customer.since", within: { days: 1 } }, "from"],
    ["deadline", { kind: "a", from: "order.placedAt", within: { days: 1, hours: 1 } }, "within"],
  ])("of %s are refused as %j, at %j", (type, params, path) => {
    expect(refusals(type, params).map(([at]) => at)).toEqual([path]);
  });
});
