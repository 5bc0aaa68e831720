import type { CaseFile } from "@amends/core/model";

/** A target of service as the SLA stage writes it, due at an instant. */
export const sampleTarget = (dueAt: string, more: object = {}) => ({
  within: "PT2H",
  warnAfter: null,
  dueAt,
  clock: "business",
  calendar: "default",
  zone: "UTC",
  rule: "sla/standard-targets/email",
  percent: null,
  lost: [],
  ...more,
});

/** What the SLA stage writes where it sets no target, with what is given in place. */
export const sampleTargets = (more: object) =>
  ({
    firstResponse: null,
    resolution: null,
    updates: null,
    offHours: false,
    autoReply: null,
    zonesVersion: "x",
    policies: [],
    rules: [],
    missing: [],
    ...more,
  }) as CaseFile["sla"];
