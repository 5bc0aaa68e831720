import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { bindingDeadlines } from "./binding-deadlines.js";
import { base, now } from "./testing/open-case.js";
import { sampleTarget, sampleTargets } from "./testing/sample-targets.js";

describe("targets of service", () => {
  const target = (more: object = {}) => sampleTarget("2026-03-06T10:00:00Z", { rule: "sla/targets/email", ...more });
  const found = (more: object) => bindingDeadlines({ ...base, sla: sampleTargets(more) });

  it("tell from when, by which rule, and what silence costs", () => {
    const lost = [
      { rule: "sla/a/one", dueAt: now, within: "PT4H" },
      { rule: "sla/b/two", dueAt: now, within: "PT4H" },
    ];
    expect(found({ resolution: target({ startedAt: "2026-03-05T15:00:00Z", lost }) }).deadlines).toEqual([
      {
        kind: "sla_resolution",
        at: "2026-03-06T10:00:00Z",
        on: null,
        area: "sla",
        owedBy: "seller",
        nature: "closes",
        state: "ahead",
        from: ["sla, from 2026-03-05T15:00:00Z"],
        because: "the resolution is due within PT2H (business clock), before sla/a/one, sla/b/two",
        source: "sla/targets/email",
        confidence: null,
        fact: "sla/targets/email",
        onSilence: "the target counts as missed",
      },
    ]);
    expect(found({ nextResponse: target() }).deadlines[0]).toMatchObject({
      kind: "sla_next_response",
      from: [],
      because: "the next response is due within PT2H (business clock)",
    });
  });

  it.each(["met", "missed", "stopped"])("bind no more once they are %s, nor do their reports", (state) => {
    expect(found({ resolution: target({ state }) }).deadlines).toEqual([]);
    const updates = { acknowledgeBy: now, every: "PT24H", at: ["2026-03-07T08:00:00Z"], rule: "sla/updates" };
    expect(found({ resolution: target({ state }), updates }).deadlines).toEqual([]);
    expect(found({ resolution: target({ dueAt: null }), updates }).deadlines).toHaveLength(1);
  });

  it("are overdue past their instant, or where their clock says so", () => {
    const state = (dueAt: string, more: object = {}) => found({ resolution: target({ dueAt, ...more }) }).deadlines[0]?.state;
    expect(state(now)).toBe("ahead");
    expect(state("2026-03-06T08:59:59Z")).toBe("overdue");
    expect(state("2026-03-06T10:00:00Z", { state: "overdue" })).toBe("overdue");
    expect(state("2026-03-06T10:00:00Z", { state: "running" })).toBe("ahead");
  });

  it("promise the next report, not one of this very instant", () => {
    const updates = (...at: string[]) => found({ updates: { acknowledgeBy: now, every: "PT24H", at, rule: "sla/updates" } }).deadlines;
    expect(updates(now, "2026-03-07T08:00:00Z")).toEqual([
      expect.objectContaining({
        kind: "sla_report",
        at: "2026-03-07T08:00:00Z",
        area: "sla",
        owedBy: "seller",
        because: "the customer was promised a report every PT24H",
        source: "sla/updates",
        fact: "sla/updates",
      }),
    ]);
    expect(updates()).toEqual([]);
    expect(found({}).deadlines).toEqual([]);
  });

  it("are read from what a host wrote of them, and none are where the stage couldn't decide", () => {
    const kinds = (sla: object) => bindingDeadlines({ ...base, sla: sla as CaseFile["sla"] }).deadlines.map(({ kind }) => kind);
    const { lost: _, ...firstResponse } = target();
    expect(kinds({ firstResponse })).toEqual(["sla_first_response"]);
    expect(kinds({ firstResponse, resolution: {}, updates: {} })).toEqual(["sla_first_response"]);
    const told = (sla: object) => bindingDeadlines({ ...base, sla: sla as CaseFile["sla"] }).deadlines.map(({ because }) => because);
    const { within: _within, clock: _clock, ...bare } = firstResponse;
    expect(told({ firstResponse: bare, updates: { at: ["2026-03-07T08:00:00Z"] } })).toEqual([
      expect.stringMatching(/is due by then$/),
      "the customer was promised a report",
    ]);
    expect(kinds({ undecided: true, missing: ["ticket.channel"] })).toEqual([]);
  });
});
