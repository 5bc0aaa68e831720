import type { Agent } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { agent, caseIn } from "../testing/sample-case.js";

const surge = { queue: { state: "surge" } } as const;
const helper = (given: Partial<Agent> = {}) => agent("helper", { temporary: true, ...given });

describe("a surge", () => {
  it("widens what the bot tries, and still gives people what is theirs", () => {
    expect(routeTicket(caseIn("en", surge)).handler).toBe("bot");
    expect(routeTicket(caseIn("en", { queue: { state: "normal" } })).handler).toBe("human");
    expect(routeTicket(caseIn("en", { ...surge, bot: { failed: true } })).handler).toBe("human");
    expect(routeTicket(caseIn("en", { ...surge, is: { isComplaint: true } })).handler).toBe("human");
  });

  it("lets agents hired for the peak join", () => {
    const failed = { bot: { failed: true }, agents: [helper()] };
    const calm = routeTicket(caseIn("en", failed));
    expect(calm).toMatchObject({
      agent: null,
      team: null,
      excluded: [{ agent: "helper", reason: "temporary_agent", because: "Is hired for peaks; no rule lets such agents take this case." }],
    });
    expect(routeTicket(caseIn("en", { ...failed, ...surge })).agent).toBe("helper");
    expect(routeTicket(caseIn("en", { ...failed, ...surge, is: { complexity: "complex" } })).agent).toBeNull();
    const junior = { ...failed, agents: [helper({ tier: "L1" })], is: { complexity: "simple" } as const };
    expect(routeTicket(caseIn("en", { ...junior, ...surge }))).toMatchObject({ agent: "helper", tier: "L1", onNobody: null });
  });

  it("leaves out what nobody waits for, and tells the wait", () => {
    const full = { bot: { failed: true }, agents: [agent("a", { load: 5 })] };
    const queue = { state: "surge", position: 4, expectedWait: "PT12M" } as const;
    const assignment = routeTicket(caseIn("en", { ...full, queue }));
    expect(assignment.flow).toEqual({
      omit: ["satisfaction_survey", "personal_offer", "callback"],
      rule: "routing/standard-surge/simplified-flow",
    });
    expect(assignment.queue).toEqual({ position: 4, expectedWait: "PT12M", rule: "routing/standard-surge/told-wait" });
    expect(assignment.rules).toEqual(
      expect.arrayContaining(["routing/standard-surge/simplified-flow", "routing/standard-surge/told-wait"]),
    );
    // Where the host knows no wait, the expected response says it; somebody who is answered needn't be told.
    expect(routeTicket(caseIn("en", { ...full, queue: { state: "busy" } })).queue).toMatchObject({ position: null, expectedWait: "PT15M" });
    expect(routeTicket(caseIn("en", { ...full, agents: [agent("a")], queue })).queue).toBeUndefined();
    const nobody = routeTicket(caseIn("en", { bot: { failed: true }, agents: [], queue: { state: "busy" } }));
    expect(nobody.queue).toMatchObject({ position: null, expectedWait: null });
    const calm = routeTicket(caseIn("en", full));
    expect([calm.flow, calm.queue]).toEqual([undefined, undefined]);
    expect("flow" in calm || "queue" in calm).toBe(false);
    const done = routeTicket(caseIn("en", { ...full, queue, ticket: { channel: "email", status: "done" } }));
    expect([done.flow, done.queue]).toEqual([undefined, undefined]);
  });

  it("is read off the figures of the staffing where the host doesn't name it", () => {
    const handler = (queue: NonNullable<Parameters<typeof caseIn>[1]>["queue"]) =>
      routeTicket(caseIn("en", { queue: queue ?? null })).handler;
    expect(handler({ peakLoadRatio: 1.4, hoursUntilOverload: 1 })).toBe("bot");
    expect(handler({ peakLoadRatio: 1.4, hoursUntilOverload: 6 })).toBe("human");
    expect(handler({ peakLoadRatio: 1.4, hoursUntilOverload: 1, state: "normal" })).toBe("human");
    expect(handler({})).toBe("human");
  });
});
