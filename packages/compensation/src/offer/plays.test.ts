import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { remediesStage } from "./remedies-stage.js";
import { delayed } from "./testing/delayed-parcel.js";
import { offer } from "./testing/sample-offer.js";
import { text } from "./testing/stage-outputs.js";

describe("plays", () => {
  const angry = {
    ...delayed,
    classification: { issueType: "logistics_delay", sentiment: "angry", isComplaint: true, signals: [] },
  } as unknown as Partial<CaseFile>;
  it("have ordered steps, whose times are the policy's", () => {
    const { plays, playSteps } = offer({ ...angry, peers: { similarOrders: 10, withSameIssue: 4 } });
    expect(plays.slice(0, 2)).toEqual(["de_escalation", "disruption"]);
    expect(playSteps?.map(({ play, steps }) => [play, steps.map(({ step }) => step)])).toEqual([
      ["de_escalation", ["answer_fast", "apologise", "put_first", "commit_to_a_time", "offer_something_small", "follow_up"]],
      ["disruption", ["apologise_first", "offer_alternative", "offer_compensation", "tell_when_over"]],
    ]);
    expect(playSteps?.[0]?.steps.map(({ withinHours }) => withinHours)).toEqual([1, undefined, undefined, undefined, undefined, 48]);
    expect(offer(delayed)).not.toHaveProperty("playSteps");
  });
  it("are refused with a step twice", () => {
    const step = { step: "apologise", says: "Apologise." };
    const twice: Policy = {
      policy: "shop/plays",
      version: "1.0.0",
      stage: "remedies",
      decision: "plays",
      decide: "all",
      rules: [
        {
          name: "sorry",
          conditions: { all: [{ fact: "claim.issue", operator: "isPresent", value: true }] },
          event: { type: "play", params: { play: "sorry", steps: [step, step] } },
        },
      ],
    };
    expect(() => offer(delayed, [...remediesStage.policies, twice])).toThrow(/one step twice/);
  });
});

describe("plays and additions", () => {
  it("go beside the offer", () => {
    const remedies = offer({
      claim: { issueType: "logistics_delay" },
      customer: { vip: true },
      classification: text({ issueType: "logistics_delay", isComplaint: true, sentiment: "angry" }),
      peers: { similarOrders: 10, withSameIssue: 4 },
    });
    expect(remedies).toMatchObject({ tier: 1, alwaysAdd: { points: 500, freeShippingOrders: 1 }, plays: ["de_escalation", "disruption"] });
  });
});
